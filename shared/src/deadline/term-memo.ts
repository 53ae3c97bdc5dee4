import type { WorkCalendar } from "./calendar/work-calendar";
import type { DueDate } from "./due-date";
import type { TimeLimit } from "./regulation/regulation";
import type { IsoDate } from "./vocabulary";

/** When a term has run out. */
export type TermResult = Pick<DueDate, "dueAt" | "dueOn" | "provisional">;

/** What of a rule its length hangs on. */
export type Term = Pick<TimeLimit, "unit" | "n" | "roll" | "end">;

const KEPT_TERMS = 50_000;
const memos = new WeakMap<WorkCalendar, Map<string, TermResult>>();

/**
 * The end of a term in days, counted once for each kind of term, first day and zone: registration asks
 * for the same few thousands of times a day, and a recount for those of every open complaint. Calendars
 * are never changed in place, so the object itself is the key.
 */
export function rememberTerm(
  { unit, n, roll, end }: Term,
  startOn: IsoDate,
  { calendar, zone }: { readonly calendar: WorkCalendar; readonly zone: string },
  count: () => TermResult,
): TermResult {
  const terms = memos.get(calendar) ?? new Map<string, TermResult>();
  memos.set(calendar, terms);
  const key = `${startOn}${unit}${n}${roll}${end}${zone}`;
  const known = terms.get(key);
  if (known !== undefined) return known;
  const counted = count();
  if (terms.size >= KEPT_TERMS) terms.clear();
  terms.set(key, counted);
  return counted;
}
