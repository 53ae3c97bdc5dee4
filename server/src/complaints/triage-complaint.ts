import type { Complaint } from "@otklik/shared/complaint/complaint";
import type { Triage } from "@otklik/shared/complaint/term-changes";
import { LEGAL_BASES } from "@otklik/shared/deadline/vocabulary";
import { and, eq } from "drizzle-orm";
import { complaints } from "../db/schema";
import { readTerms } from "../deadlines/complaint-terms";
import { expectedDates } from "../deadlines/expected-dates";
import { meetClock } from "../deadlines/meet-clock";
import { owedClocks } from "../deadlines/owed-clocks";
import { movesOf, planDates } from "../deadlines/plan-dates";
import { replaceDueDates } from "../deadlines/replace-due-dates";
import { withRules } from "../deadlines/with-rules";
import type { Caller, Deps } from "../deps";
import { recordDatedEvent } from "../journal/record-dated-event";
import { closeComplaint } from "./close-complaint";
import { findComplaint } from "./find-complaint";
import { lockOpenComplaint } from "./lock-complaint";

/**
 * Says what a complaint is and on what it rests. Its dates are counted anew from the events they ran from, by the
 * regulation that first dated it; the dates they take the place of stay in its history. Triage is done
 * with that. Where nothing is owed any more, as on a suggestion, the complaint is closed.
 *
 * @throws RegisterError `not-found`, `conflict-of-interest`, `complaint-closed`, `complaint-merged`
 */
export async function triageComplaint(
  deps: Deps,
  caller: Caller,
  { id, kind, anonymous, bases }: Triage & { readonly id: string },
): Promise<Complaint> {
  const after = { kind, anonymous, bases: LEGAL_BASES.filter((basis) => bases.includes(basis)) };
  await withRules(deps, caller, (book) =>
    deps.tenants.within(caller.orgId, async (tx) => {
      const row = await lockOpenComplaint(tx, caller, id);
      const before = { kind: row.kind, anonymous: row.anonymous, bases: row.bases };
      await tx
        .update(complaints)
        .set({ kind, anonymous, legalBases: after.bases })
        .where(and(eq(complaints.orgId, caller.orgId), eq(complaints.id, id)));
      const now = deps.now();
      const terms = await readTerms(tx, book, caller, { ...row, ...after });
      const expected = expectedDates(terms, book.calendar, caller.zone);
      const replacements = planDates(terms, expected, { cause: "classified" });
      await replaceDueDates(tx, caller.orgId, replacements, now);
      await meetClock(tx, caller.orgId, id, "triage", now);
      const dated = await readTerms(tx, book, caller, { ...row, ...after });
      const closes = owedClocks(dated, book.calendar, caller.zone).length === 0;
      if (closes) await closeComplaint(tx, book, caller, dated, { at: now });
      await recordDatedEvent(tx, caller, id, {
        kind: "triaged",
        data: { before, after, moves: movesOf(terms, replacements), closes },
      });
    }),
  );
  return findComplaint(deps, caller, id);
}
