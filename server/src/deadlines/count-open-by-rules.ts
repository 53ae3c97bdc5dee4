import { formatRegisterNumber } from "@otklik/shared/complaint/register-number";
import type { Regulation, TimeLimit } from "@otklik/shared/deadline/regulation/regulation";
import { OWED_CLOCKS } from "@otklik/shared/deadline/vocabulary";
import type { CountProgress, DueChange } from "@otklik/shared/settings/due-changes";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Queryable } from "../db/client";
import { complaints } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { type ComplaintTerms, readAllTerms, type TermsRow, termsColumns } from "./complaint-terms";
import { countOpenComplaints } from "./count-open-complaints";
import { type ExpectedDates, expectedDates } from "./expected-dates";
import { movesOf, planDates } from "./plan-dates";
import { inForce } from "./stored-due-dates";
import { withNewestRules } from "./with-rules";

/**
 * Which due dates the open complaints would have if these rules had been in force from their first event on. Nothing
 * is changed: complaints keep the regulation that first dated them. What is met stays met; a date that was
 * extended was agreed, and clocks that stand still have none.
 */
export function countOpenByRules(
  deps: Pick<Deps, "tenants" | "ruleBooks">,
  caller: Caller,
  timeLimits: readonly TimeLimit[],
): AsyncGenerator<CountProgress> {
  // One object for the whole run, for by it is remembered which rules apply to whom.
  const regulation: Regulation = { name: "preview", version: 1, timeLimits };
  return withNewestRules(deps, caller, (book) =>
    countOpenComplaints(deps, caller.orgId, async (batch) => {
      if (batch.length === 0) return [];
      const ids = batch.map(({ id }) => id);
      const [rows, terms] = await deps.tenants.read(caller.orgId, async (tx) => {
        const rows = await openRows(tx, caller.orgId, ids);
        return [rows, await readAllTerms(tx, book, caller, rows)] as const;
      });
      return rows.flatMap((row, place) => {
        const ofRow = terms[place];
        if (ofRow === undefined) return [];
        return changesOf(row, ofRow, expectedDates({ ...ofRow, regulation }, book.calendar, caller.zone));
      });
    }),
  );
}

function changesOf(
  { id, year, ordinal }: TermsRow,
  terms: ComplaintTerms,
  expected: ExpectedDates,
): DueChange[] {
  const settled = new Set(
    inForce(terms.dueDates)
      .filter(({ cause, metAt }) => cause === "extended" || metAt !== null)
      .map(({ clock }) => clock),
  );
  const replacements = planDates(terms, expected, { cause: "classified", clocks: OWED_CLOCKS }).filter(
    ({ clock, metAt }) => metAt === null && !settled.has(clock),
  );
  return movesOf(terms, replacements).map((move) => ({
    complaintId: id,
    incomingNumber: formatRegisterNumber(year, ordinal),
    ...move,
  }));
}

function openRows(db: Queryable, orgId: string, ids: readonly string[]): Promise<TermsRow[]> {
  return db
    .select(termsColumns)
    .from(complaints)
    .where(and(eq(complaints.orgId, orgId), inArray(complaints.id, [...ids]), isNull(complaints.closedAt)))
    .orderBy(asc(complaints.year), asc(complaints.ordinal));
}
