import type { Complaint } from "@otklik/shared/complaint/complaint";
import { formatRegisterNumber, parseRegisterNumber } from "@otklik/shared/complaint/register-number";
import type { ComplaintLink, Merge } from "@otklik/shared/complaint/term-changes";
import { and, eq } from "drizzle-orm";
import type { Queryable } from "../db/client";
import { complaints } from "../db/schema";
import { type ComplaintTerms, readTerms, type TermsRow } from "../deadlines/complaint-terms";
import { unmetOwed } from "../deadlines/owed-clocks";
import { metBefore, movesOf } from "../deadlines/plan-dates";
import { type DueReplacement, replaceDueDates } from "../deadlines/replace-due-dates";
import { inForce } from "../deadlines/stored-due-dates";
import { withRules } from "../deadlines/with-rules";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { recordDatedEvent } from "../journal/record-dated-event";
import { closeComplaint } from "./close-complaint";
import { findComplaint } from "./find-complaint";
import { checkOpen, lockComplaints } from "./lock-complaint";
import { requireNoConflict } from "./require-no-conflict";

/**
 * Lets a complaint go on in another open one of the same matter. For each clock the earlier date holds there that is
 * still to be met; this one is closed and keeps its own.
 *
 * @throws RegisterError `not-found` or `conflict-of-interest` for either, `complaints-same`, `complaint-closed`, `complaint-merged`;
 *   `invalid-request` when what was given is not a whole number
 */
export async function mergeComplaint(
  deps: Deps,
  caller: Caller,
  { id, into }: Merge & { readonly id: string },
): Promise<Complaint> {
  const otherId = await deps.tenants.read(caller.orgId, (tx) => idOf(tx, caller.orgId, into));
  if (otherId === id) throw new RegisterError("complaints-same");
  await withRules(deps, caller, (book) =>
    deps.tenants.within(caller.orgId, async (tx) => {
      const rows = await lockComplaints(tx, caller.orgId, [id, otherId]);
      const [one, other] = [id, otherId].map((wanted) => rows.find((row) => row.id === wanted));
      if (one === undefined || other === undefined) throw new RegisterError("not-found");
      await requireNoConflict(tx, caller, [id, otherId]);
      checkOpen(one);
      checkOpen(other);
      const ending = await readTerms(tx, book, caller, one);
      const goingOn = await readTerms(tx, book, caller, other);
      const now = deps.now();
      const replacements = earlierDates(ending, goingOn);
      await replaceDueDates(tx, caller.orgId, replacements, now);
      await closeComplaint(tx, book, caller, ending, { at: now, mergedInto: other.id });
      const moves = movesOf(goingOn, replacements);
      await recordDatedEvent(tx, caller, one.id, {
        kind: "merged",
        data: { direction: "into", other: linkTo(other), moves: [] },
      });
      await recordDatedEvent(tx, caller, other.id, {
        kind: "merged",
        data: { direction: "from", other: linkTo(one), moves },
      });
    }),
  );
  return findComplaint(deps, caller, id);
}

async function idOf(db: Queryable, orgId: string, into: string): Promise<string> {
  const number = parseRegisterNumber(into);
  if (number === null || number.year === null) {
    throw new RegisterError("invalid-request", { errors: [{ path: "into", reason: "invalid_format" }] });
  }
  const [row] = await db
    .select({ id: complaints.id })
    .from(complaints)
    .where(
      and(
        eq(complaints.orgId, orgId),
        eq(complaints.year, number.year),
        eq(complaints.ordinal, number.ordinal),
      ),
    );
  if (row === undefined) throw new RegisterError("not-found");
  return row.id;
}

/**
 * What the one that goes on takes over: not what has been done on it, and not a later date. A date that was agreed
 * with the complainant stays one that was agreed, which no recount moves.
 */
function earlierDates(ending: ComplaintTerms, goingOn: ComplaintTerms): DueReplacement[] {
  const present = new Map(inForce(goingOn.dueDates).map((due) => [due.clock, due]));
  return unmetOwed(ending)
    .filter(({ clock, dueAt }) => {
      const own = present.get(clock);
      if (own === undefined) return metBefore(goingOn, clock) === null;
      return own.metAt === null && dueAt < own.dueAt;
    })
    .map((due) => ({
      complaintId: goingOn.id,
      clock: due.clock,
      due,
      metAt: null,
      cause: due.cause === "extended" ? "extended" : "merged",
    }));
}

function linkTo({ id, year, ordinal }: TermsRow): ComplaintLink {
  return { id, incomingNumber: formatRegisterNumber(year, ordinal) };
}
