import type { Complaint } from "@otklik/shared/complaint/complaint";
import type { TermExtension } from "@otklik/shared/complaint/term-changes";
import { OWED_CLOCKS, type OwedClock } from "@otklik/shared/deadline/vocabulary";
import { mayDo, type Permission, type Role } from "@otklik/shared/people/roles";

/** What may be changed on a complaint, in the order of the menu. */
const CHANGES = [
  "triage",
  "extend",
  "wait",
  "resume",
  "receive_again",
  "merge",
  "reopen",
  "name_subject",
] as const;
export type Change = (typeof CHANGES)[number];

const ALLOWED_BY: Readonly<Record<Change, Permission>> = {
  triage: "complaint:triage",
  extend: "extension:request",
  wait: "complaint:work",
  resume: "complaint:work",
  receive_again: "complaint:work",
  merge: "complaint:work",
  reopen: "complaint:work",
  name_subject: "complaint:name-subject",
};

/** What the roles may change on a complaint as it stands; empty for one that goes on in another. */
export function changesOf(
  complaint: Pick<Complaint, "status" | "mergedInto" | "pauses">,
  roles: readonly Role[],
): Change[] {
  if (complaint.mergedInto !== null) return [];
  const isClosed = complaint.status === "closed";
  const isPaused = complaint.pauses.some((pause) => pause.to === null);
  return CHANGES.filter((change) => {
    if (!mayDo(roles, ALLOWED_BY[change])) return false;
    if (change === "name_subject") return true;
    if (change === "reopen") return isClosed;
    if (isClosed) return false;
    if (change === "wait") return !isPaused;
    return change === "resume" ? isPaused : true;
  });
}

type Due = Complaint["dueDates"][number];

/** Why a later date cannot be asked for; null when it can. */
export type ExtensionObstacle = "by_act" | "run_out" | "waiting" | "at_limit" | null;

/** A clock that runs, and whether a later date for it may be asked for. */
export interface Extendable {
  readonly clock: OwedClock;
  readonly due: Due;
  readonly obstacle: ExtensionObstacle;
}

interface ExtendableComplaint extends Pick<Complaint, "dueDates"> {
  readonly extensions: readonly Pick<TermExtension, "clock" | "decision">[];
}

/** Every clock that waits for its event, the one that may be moved first; what was done needs no later date. */
export function extendableOf(complaint: ExtendableComplaint, now: Date): Extendable[] {
  const waiting = new Set(
    complaint.extensions.filter(({ decision }) => decision === null).map(({ clock }) => clock),
  );
  const running = complaint.dueDates.flatMap((due) => {
    const clock = OWED_CLOCKS.find((each) => each === due.clock);
    if (clock === undefined || due.metAt !== null) return [];
    return [{ clock, due, obstacle: obstacleTo(due, waiting.has(clock), now) }];
  });
  return running.sort((one, other) => Number(one.obstacle !== null) - Number(other.obstacle !== null));
}

function obstacleTo(due: Due, isWaiting: boolean, now: Date): ExtensionObstacle {
  if (due.rule.extension === null) return "by_act";
  if (new Date(due.dueAt) <= now) return "run_out";
  if (isWaiting) return "waiting";
  return due.extendableTo !== null && due.extendableTo <= due.dueOn ? "at_limit" : null;
}
