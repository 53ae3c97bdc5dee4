import type { Complaint } from "@otklik/shared/complaint/complaint";
import type { ReceiveAgain, Triage } from "@otklik/shared/complaint/term-changes";
import { dueDatesOf } from "@otklik/shared/deadline/due";
import { type DueDatesInPause, dueDatesInPause } from "@otklik/shared/deadline/due-in-pause";
import type { ComplaintRules } from "./use-rules";

type Counted = Pick<
  Complaint,
  "channel" | "receivedAt" | "registeredAt" | "restartedAt" | "restartedChannel" | "pauses" | "zone"
>;

/**
 * The due dates that a complaint would have if it were what triage says, as the server would count them. The
 * engine weighs more than the rest of the page, so this file is loaded only when it is needed.
 *
 * @param receipt a new event from which all terms would run; null for those that they run from now
 * @throws RangeError when they cannot be counted by these rules
 */
export function countDates(
  complaint: Counted,
  triage: Triage,
  receipt: ReceiveAgain | null,
  { regulation, calendar }: ComplaintRules,
): DueDatesInPause {
  const { zone } = complaint;
  const startedAt = receipt?.receivedAt ?? complaint.restartedAt;
  const facts = {
    ...triage,
    channel: receipt?.channel ?? complaint.restartedChannel ?? complaint.channel,
    receivedAt: startedAt ?? complaint.receivedAt,
    registeredAt: startedAt ?? complaint.registeredAt,
    pauses: complaint.pauses.flatMap(({ from, to }) => (to === null ? [] : [{ from, to }])),
  };
  const since = complaint.pauses.find(({ to }) => to === null)?.from;
  return since === undefined
    ? { running: dueDatesOf(facts, regulation, calendar, zone), still: [] }
    : dueDatesInPause(facts, since, regulation, calendar, zone);
}
