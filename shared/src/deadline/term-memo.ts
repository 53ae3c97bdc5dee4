import type { WorkCalendar } from "./calendar/work-calendar";
import type { DueDate } from "./due-date";
import type { Regulation, TimeLimit } from "./regulation/regulation";
import type { IsoDate } from "./vocabulary";

/** How a term in days ends. */
export type TermEnd = Pick<DueDate, "dueAt" | "dueOn" | "provisional">;

const KEPT_TERMS = 10_000;
const memos = new WeakMap<Regulation, WeakMap<WorkCalendar, Map<string, TermEnd>>>();

/**
 * The end of a term in days, counted once for each rule, first day and zone: registration asks
 * for the same few thousands of times a day. Regulations and calendars are never changed in
 * place, so the object itself is the key.
 */
export function rememberTerm(
  regulation: Regulation,
  calendar: WorkCalendar,
  limit: TimeLimit,
  startOn: IsoDate,
  zone: string,
  count: () => TermEnd,
): TermEnd {
  const terms = termsOf(regulation, calendar);
  const key = `${zone} ${limit.id} ${startOn}`;
  const known = terms.get(key);
  if (known !== undefined) return known;
  const counted = count();
  if (terms.size >= KEPT_TERMS) terms.clear();
  terms.set(key, counted);
  return counted;
}

function termsOf(regulation: Regulation, calendar: WorkCalendar): Map<string, TermEnd> {
  const byCalendar = memos.get(regulation) ?? new WeakMap<WorkCalendar, Map<string, TermEnd>>();
  memos.set(regulation, byCalendar);
  const terms = byCalendar.get(calendar) ?? new Map<string, TermEnd>();
  byCalendar.set(calendar, terms);
  return terms;
}
