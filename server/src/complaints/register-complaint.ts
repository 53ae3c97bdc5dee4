import { createHash } from "node:crypto";
import { CLIP_FIELDS } from "@otklik/shared/complaint/clip-fields";
import type { RegisterComplaint, RegisteredComplaint } from "@otklik/shared/complaint/complaint";
import { formatRegisterNumber } from "@otklik/shared/complaint/register-number";
import { dueDatesOf } from "@otklik/shared/deadline/due";
import type { DueDate } from "@otklik/shared/deadline/due-date";
import { MILLISECONDS_OF_DAY } from "@otklik/shared/deadline/time/local-day";
import { localDateOf } from "@otklik/shared/deadline/time/zone";
import { storedDueDates } from "../deadlines/stored-due-dates";
import { withRules } from "../deadlines/with-rules";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import type { Registered } from "./registrar";
import { toRegistrationRow } from "./registration-row";

type Recorded = Extract<Registered, { outcome: "created" | "existed" }>;

/** A term that starts longer ago than a year is a wrong clock, not a late clip. */
const MAX_AGE_MS = 366 * MILLISECONDS_OF_DAY;
/** Day or rules change once; more often only when somebody moves clocks about or publishes again and again. */
const MAX_ATTEMPTS = 3;

/**
 * Registers one clip, or finds that it was registered before: however often it is sent, there is one
 * complaint with one number.
 *
 * @throws RegisterError `clip-id-reused`, `topic-unknown`, `unavailable`
 */
export async function registerComplaint(
  deps: Pick<Deps, "db" | "registrar" | "ruleBooks" | "now">,
  caller: Caller,
  complaint: RegisterComplaint,
): Promise<RegisteredComplaint> {
  const contentHash = contentHashOf(complaint);
  const receivedAt = receivedAtOf(complaint, deps.now());
  let registeredAt = deps.now().toISOString();
  let { zone } = caller;
  let book = await deps.ruleBooks.of(caller.orgId, caller.rulesRevision);
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const { kind, anonymous } = complaint;
    const { channel } = complaint.clip;
    const facts = { kind, anonymous, channel, bases: [], receivedAt, registeredAt };
    const regulation = book.regulationOn(localDateOf(registeredAt, zone));
    const { calendar } = book;
    const dueDates = dueDatesOf(facts, regulation, calendar, zone);
    const row = toRegistrationRow(caller, {
      complaint,
      contentHash,
      receivedAt,
      registeredAt,
      zone,
      regulation,
      calendar,
      rulesRevision: book.revision,
      dueDates,
    });
    const registered = await deps.registrar.register(row);
    switch (registered.outcome) {
      case "created":
        return toReceipt(complaint.id, registered, startedAtRegistration(dueDates, registered));
      case "existed":
        return toReceipt(complaint.id, registered, await dueDatesInForce(deps, caller, complaint.id));
      case "content_differs":
        throw new RegisterError("clip-id-reused");
      case "topic_unknown":
        throw new RegisterError("topic-unknown", { errors: [{ path: "topicId", reason: "topic-unknown" }] });
      case "assumptions_changed":
        registeredAt = registered.now.toISOString();
        zone = registered.zone;
        book = await deps.ruleBooks.of(caller.orgId, registered.rulesRevision);
    }
  }
  throw new RegisterError("unavailable", { retryAfterSeconds: 1 });
}

/** Of the clip as it was understood, so that neither spacing nor the order of its keys makes it another. */
function contentHashOf(complaint: RegisterComplaint): string {
  const { clip } = complaint;
  // The schema puts all keys in its own order, save those of this record.
  const sources = CLIP_FIELDS.map((field) => clip.sources[field]);
  const content = JSON.stringify({ ...complaint, clip: { ...clip, sources } });
  return createHash("sha256").update(content).digest("hex");
}

/** What the agent's clock says is believed only as far as it can be true. */
function receivedAtOf(complaint: RegisterComplaint, now: Date): string {
  const claimed = Date.parse(complaint.clip.capturedAt);
  return new Date(Math.max(Math.min(claimed, now.getTime()), now.getTime() - MAX_AGE_MS)).toISOString();
}

/** The database's instant of registration takes the place of the one assumed. */
function startedAtRegistration(dueDates: readonly DueDate[], { registeredAt }: Recorded): DueDate[] {
  const startAt = registeredAt.toISOString();
  return dueDates.map((due) => (due.rule.from === "registered" ? { ...due, startAt } : due));
}

async function dueDatesInForce(
  deps: Pick<Deps, "db" | "ruleBooks">,
  caller: Caller,
  complaintId: string,
): Promise<DueDate[]> {
  const stored = await withRules(deps, caller, (book) =>
    storedDueDates(deps.db, book, caller.orgId, complaintId),
  );
  return stored.map(({ metAt: _metAt, ...due }) => due);
}

function toReceipt(id: string, recorded: Recorded, dueDates: DueDate[]): RegisteredComplaint {
  return {
    id,
    incomingNumber: formatRegisterNumber(recorded.year, recorded.ordinal),
    registeredAt: recorded.registeredAt.toISOString(),
    receivedAt: recorded.receivedAt.toISOString(),
    created: recorded.outcome === "created",
    dueDates,
  };
}
