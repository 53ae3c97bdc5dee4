import { sayLongDate } from "../deadline/say/say-date";
import { wallClockOf } from "../deadline/time/wall-clock";
import { sayDueWord } from "../messages/due-words/index";
import type { Locale } from "../people/locale";
import type { BadgeState } from "./badge-at";

/**
 * The badge as a sentence, for the toolbar's title and the top of the popup: "3 overdue, 5 due
 * by 18:00". The time, or the date when it is not today, is that of the last one counted; where
 * nothing is, it says how far it has looked, for something may be due right after.
 *
 * @param zone the organisation's, IANA name
 */
export function sayBadge(locale: Locale, state: BadgeState, now: Date, zone: string): string {
  const overdue = state.overdue > 0 ? sayDueWord(locale, "badge.overdue", { count: state.overdue }) : null;
  const due = state.dueInWindow > 0 ? sayDueInWindow(locale, state, now, zone) : null;
  if (overdue !== null && due !== null) return sayDueWord(locale, "badge.both", { overdue, due });
  return overdue ?? due ?? sayDueWord(locale, `badge.nothing.${state.window}`);
}

function sayDueInWindow(locale: Locale, state: BadgeState, now: Date, zone: string): string {
  const count = state.dueInWindow;
  if (state.lastDueAt === null) return sayDueWord(locale, "badge.due", { count });
  const today = wallClockOf(now.toISOString(), zone).day;
  // The moment before: a term that ends at 24:00 belongs to the day that ends.
  const lastMoment = wallClockOf(new Date(Date.parse(state.lastDueAt) - 1).toISOString(), zone);
  const end = wallClockOf(state.lastDueAt, zone);
  if (lastMoment.day !== today) {
    return sayDueWord(locale, "badge.dueBy", { count, when: sayLongDate(locale, lastMoment.day, today) });
  }
  return sayDueWord(locale, "badge.dueBy", { count, when: end.day === today ? end.time : "24:00" });
}
