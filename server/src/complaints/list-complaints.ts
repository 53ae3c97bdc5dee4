import type { ComplaintPage, ListComplaints } from "@otklik/shared/complaint/complaint";
import { parseRegisterNumber } from "@otklik/shared/complaint/register-number";
import type { ComplaintView } from "@otklik/shared/complaint/vocabulary";
import { windowOf } from "@otklik/shared/deadline/calendar/window-of";
import { isBusinessUnit } from "@otklik/shared/deadline/vocabulary";
import { and, asc, desc, eq, exists, inArray, isNull, lte, type SQL, sql } from "drizzle-orm";
import { among } from "../db/among";
import type { Queryable } from "../db/client";
import { complaints, termExtensions } from "../db/schema";
import { withRules } from "../deadlines/with-rules";
import type { Caller, Deps } from "../deps";
import { isWaitingExtension } from "./is-waiting-extension";
import { type ListCursor, readCursor, writeCursor } from "./list-cursor";
import { type SummaryRow, selectSummaries } from "./select-summaries";
import { toSummary } from "./to-complaint";
import { withinReach } from "./within-reach";

/** Years back in which a number without its year is looked for. */
const YEARS_OF_NUMBERS = 20;

/** Words that stand in more of them are soon met on the way through the list; what is rarer is looked up first. */
const FOUND_AT_MOST = 2_000;

/** What is not dated comes last; such complaints are few and open, so the index still finds them. */
const dueOrLast = sql`coalesce(${complaints.nextDueAt}, 'infinity'::timestamptz)`;

/**
 * One page of a view: `newest` by number, descending; `mine` (open, for which the caller is
 * responsible), `overdue` and `awaiting_decision` (open, of the whole organisation) by due date, the
 * earliest first. Each holds only what the caller may read.
 */
export async function listComplaints(
  deps: Deps,
  caller: Caller,
  input: ListComplaints,
): Promise<ComplaintPage> {
  const now = deps.now();
  const cursor = input.cursor === undefined ? null : readCursor(input.cursor, input.view);
  const rows = await deps.tenants.read(caller.orgId, (tx) => selectPage(tx, caller, input, cursor, now));
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return withRules(deps, caller, (book) => {
    const summaries = page.map((row) => toSummary(row, book, caller.zone));
    const inHours = summaries.some(({ nextDue }) => nextDue !== null && isBusinessUnit(nextDue.rule.unit));
    return {
      complaints: summaries,
      nextCursor:
        rows.length > page.length && last !== undefined ? writeCursor(cursorAt(last, input.view)) : null,
      zone: caller.zone,
      window: windowOf(book.calendar, now.toISOString(), caller.zone, inHours),
    };
  });
}

/** One row more than asked for tells whether there is a next page. */
async function selectPage(
  tx: Queryable,
  caller: Caller,
  input: ListComplaints,
  cursor: ListCursor | null,
  now: Date,
): Promise<SummaryRow[]> {
  const typed = input.q?.trim() ?? "";
  const isFound = typed === "" ? undefined : await matching(tx, caller.orgId, typed, now);
  // The rows are chosen by their keys first, so that clips are read only of those on the page.
  const chosen = tx
    .select({ id: complaints.id })
    .from(complaints)
    .where(
      and(
        eq(complaints.orgId, caller.orgId),
        withinReach(caller),
        inView(tx, input.view, caller, now),
        isFound,
        cursor === null ? undefined : after(cursor),
      ),
    )
    .orderBy(...orderOf(input.view))
    .limit(input.limit + 1);
  return selectSummaries(tx)
    .where(and(eq(complaints.orgId, caller.orgId), inArray(complaints.id, chosen)))
    .orderBy(...orderOf(input.view));
}

function inView(db: Queryable, view: ComplaintView, caller: Caller, now: Date): SQL | undefined {
  const isOpen = isNull(complaints.closedAt);
  switch (view) {
    case "newest":
      return undefined;
    case "mine":
      return and(eq(complaints.responsibleId, caller.personId), isOpen);
    case "overdue":
      return and(isOpen, lte(complaints.nextDueAt, now));
    case "awaiting_decision":
      return and(isOpen, exists(waitingExtension(db)));
  }
}

function waitingExtension(db: Queryable) {
  return db
    .select({ position: termExtensions.position })
    .from(termExtensions)
    .where(
      and(
        eq(termExtensions.orgId, complaints.orgId),
        eq(termExtensions.complaintId, complaints.id),
        isWaitingExtension(complaints.restartedAt),
      ),
    );
}

function orderOf(view: ComplaintView): SQL[] {
  if (view === "newest") return [desc(complaints.year), desc(complaints.ordinal)];
  return [asc(dueOrLast), asc(complaints.id)];
}

function after(cursor: ListCursor): SQL {
  if (cursor.view === "newest") {
    return sql`(${complaints.year}, ${complaints.ordinal}) < (${cursor.year}, ${cursor.ordinal})`;
  }
  return sql`(${dueOrLast}, ${complaints.id}) > (coalesce(${cursor.dueAt}::timestamptz, 'infinity'), ${cursor.id}::uuid)`;
}

function cursorAt(row: SummaryRow, view: ComplaintView): ListCursor {
  if (view === "newest") return { view, year: row.year, ordinal: row.ordinal };
  return { view, dueAt: row.nextDueAt?.toISOString() ?? null, id: row.id };
}

/**
 * Words of the narrative and of its author, in any order and form, the last one perhaps only begun;
 * or a number, for which text is searched too: an order has one.
 */
async function matching(tx: Queryable, orgId: string, asTyped: string, now: Date): Promise<SQL> {
  // As the words of the texts are kept.
  const typed = asTyped.normalize("NFC");
  const whole = sql`websearch_to_tsquery('russian', ${typed})`;
  const begun = lastWordBegun(typed);
  const query = begun === null ? whole : sql`(${whole} || to_tsquery('russian', ${begun}))`;
  const found = await tx.execute<{ id: string }>(
    sql`SELECT id FROM complaints_by_words(${orgId}::uuid, ${query}, ${FOUND_AT_MOST + 1})`,
  );
  const words =
    found.length > FOUND_AT_MOST
      ? sql`${complaints.search} @@ ${query}`
      : among(
          complaints.id,
          found.map(({ id }) => id),
        );
  const number = parseRegisterNumber(typed);
  if (number === null) return words;
  const years =
    number.year === null
      ? // A year more than the clock's: somewhere it is New Year already.
        Array.from({ length: YEARS_OF_NUMBERS }, (_, back) => now.getUTCFullYear() + 1 - back)
      : [number.year];
  const isNumber = sql`(${complaints.year} IN ${years} AND ${complaints.ordinal} = ${number.ordinal})`;
  return sql`(${isNumber} OR ${words})`;
}

/** As `to_tsquery` reads it; null where quotes or a minus ask for something more exact, or digits for a number. */
function lastWordBegun(typed: string): string | null {
  if (/["-]|^\d+$/.test(typed)) return null;
  const words = typed.match(/[\p{L}\p{N}]+/gu);
  return words === null ? null : `${words.join(" & ")}:*`;
}
