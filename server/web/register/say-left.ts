import type { CalendarWindow } from "@otklik/shared/deadline/calendar/calendar-window";
import type { RunningTerm } from "@otklik/shared/deadline/say/remaining";
import { type SayableDue, sayDue, sayRemaining } from "@otklik/shared/deadline/say/say-due";
import type { Locale } from "@otklik/shared/people/locale";

/**
 * What is left of a term, to stand beside its date: "3 working days left".
 *
 * @returns empty where it says no more than the date: on the last day, and once the term has run out
 */
export function sayLeft(
  locale: Locale,
  due: SayableDue & RunningTerm,
  now: Date,
  zone: string,
  window: CalendarWindow | null,
): string {
  // The date beside it has said that it is provisional.
  const sure = { ...due, provisional: false };
  const left = sayRemaining(locale, sure, now, zone, window);
  return left === sayDue(locale, sure, now, zone, window) ? "" : left;
}
