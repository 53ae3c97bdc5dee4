import type { CalendarWindow } from "./calendar/calendar-window";
import { addDays, daysBetween } from "./time/local-day";
import type { IsoDate } from "./vocabulary";

/** Which days may be chosen for a later date, all inclusive. */
export interface ExtensionChoice {
  readonly earliest: IsoDate;
  /** Null where nothing limits it. */
  readonly latest: IsoDate | null;
  /** What is offered before anything is typed: a week of work later, or as far as may be. */
  readonly suggested: IsoDate;
}

const SUGGESTED_WORKING_DAYS = 5;

/**
 * The days among which a later date is chosen, for a page that has no more of the calendar than its window.
 *
 * @param extendableTo the last day to which the rules let the date be moved; null where they do not say
 */
export function extensionChoice(
  due: { readonly dueOn: IsoDate; readonly extendableTo: IsoDate | null },
  window: CalendarWindow,
): ExtensionChoice {
  const latest = due.extendableTo;
  const later = workedDayAfter(due.dueOn, SUGGESTED_WORKING_DAYS, window);
  return {
    earliest: addDays(due.dueOn, 1),
    latest,
    suggested: latest !== null && latest < later ? latest : later,
  };
}

/** The last of so many worked days after a day; beyond the window every day is taken for one. */
function workedDayAfter(day: IsoDate, workingDays: number, { from, days }: CalendarWindow): IsoDate {
  let on = day;
  for (let left = workingDays; left > 0; ) {
    on = addDays(on, 1);
    const letter = days[daysBetween(from, on)];
    if (letter === undefined || letter === "w") left--;
  }
  return on;
}
