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
import { checkProof } from "../proof/check-proof";
import type { ReceiptSigner } from "../proof/receipt-key";
import { contentHashOf } from "./content-hash";
import type { Registered } from "./registrar";
import { toRegistrationRow } from "./registration-row";

type Recorded = Extract<Registered, { outcome: "created" | "existed" }>;

/** A term that starts longer ago than a year is a wrong clock, not a late clip. */
const MAX_AGE_MS = 366 * MILLISECONDS_OF_DAY;
/** Day or rules change once; more often only when somebody moves clocks about or publishes again and again. */
const MAX_ATTEMPTS = 5;

type Registration = Pick<Deps, "tenants" | "registrar" | "ruleBooks" | "receipts" | "sketcher" | "now">;

/**
 * Registers one clip, or finds that it was registered before: however often it is sent, there is one
 * complaint with one number.
 *
 * @throws RegisterError `clip-id-reused`, `proof-mismatch`, `topic-unknown`, `unavailable`
 */
export async function registerComplaint(
  deps: Registration,
  caller: Caller,
  complaint: RegisterComplaint,
): Promise<RegisteredComplaint> {
  return registerChecked(deps, caller, complaint, await checkProof(complaint.id, complaint.clip));
}

/**
 * Registers a clip whose proof has been checked. Calls that are made one after the other without a pause are
 * numbered in their order.
 *
 * @param manifestHash as `checkProof` gives it
 * @throws RegisterError `clip-id-reused`, `topic-unknown`, `unavailable`
 */
export async function registerChecked(
  deps: Registration,
  caller: Caller,
  complaint: RegisterComplaint,
  manifestHash: string | null,
): Promise<RegisteredComplaint> {
  const contentHash = contentHashOf(complaint);
  const receivedAt = receivedAtOf(complaint, deps.now());
  let registeredAt = deps.now().toISOString();
  let { zone } = caller;
  let book = await deps.ruleBooks.of(caller.orgId, caller.rulesRevision);
  const receipt = (recorded: Recorded, dueDates: DueDate[]) =>
    toReceipt(deps.receipts, complaint.id, manifestHash, recorded, dueDates);
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
      manifestHash,
    });
    const registered = await deps.registrar.register(row);
    switch (registered.outcome) {
      case "created":
        deps.sketcher.note({
          orgId: caller.orgId,
          complaintId: complaint.id,
          narrative: complaint.clip.narrative,
        });
        return receipt(registered, startedAtRegistration(dueDates, registered));
      case "existed":
        return receipt(registered, await dueDatesInForce(deps, caller, complaint.id));
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
  deps: Pick<Deps, "tenants" | "ruleBooks">,
  caller: Caller,
  complaintId: string,
): Promise<DueDate[]> {
  const stored = await withRules(deps, caller, (book) =>
    deps.tenants.read(caller.orgId, (tx) => storedDueDates(tx, book, caller.orgId, complaintId)),
  );
  return stored.map(({ metAt: _metAt, ...due }) => due);
}

async function toReceipt(
  receipts: ReceiptSigner,
  id: string,
  manifestSha256: string | null,
  recorded: Recorded,
  dueDates: DueDate[],
): Promise<RegisteredComplaint> {
  const incomingNumber = formatRegisterNumber(recorded.year, recorded.ordinal);
  const registeredAt = recorded.registeredAt.toISOString();
  return {
    id,
    incomingNumber,
    registeredAt,
    receivedAt: recorded.receivedAt.toISOString(),
    created: recorded.outcome === "created",
    dueDates,
    ...(manifestSha256 !== null && {
      receipt: await receipts.sign({
        complaintId: id,
        incomingNumber,
        clipId: id,
        manifestSha256,
        registeredAt,
      }),
    }),
  };
}
