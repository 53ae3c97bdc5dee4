import { addDays } from "@otklik/shared/deadline/time/local-day";
import type { IsoDate } from "@otklik/shared/deadline/vocabulary";
import { FIRST_YEAR, LAST_YEAR } from "./year-address";

/**
 * The day to which a key leads from another: arrows by a day and by a week, Page Up and Page Down by a month, Home and
 * End within the month.
 *
 * @returns null when the key leads to none, or out of the years that can be shown
 */
export function dayReachedBy(
  press: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">,
  day: IsoDate,
): IsoDate | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  const reached = reachedBy(press.key, day);
  if (reached === null) return null;
  const year = Number(reached.slice(0, 4));
  return year >= FIRST_YEAR && year <= LAST_YEAR ? reached : null;
}

function reachedBy(key: string, day: IsoDate): IsoDate | null {
  switch (key) {
    case "ArrowLeft":
      return addDays(day, -1);
    case "ArrowRight":
      return addDays(day, 1);
    case "ArrowUp":
      return addDays(day, -7);
    case "ArrowDown":
      return addDays(day, 7);
    case "PageUp":
      return inMonth(addDays(firstOf(day), -1), day);
    case "PageDown":
      return inMonth(addDays(firstOf(day), 31), day);
    case "Home":
      return firstOf(day);
    case "End":
      return lastOfMonth(day);
    default:
      return null;
  }
}

/** The same number in the month of another day, or that month's last. */
function inMonth(other: IsoDate, day: IsoDate): IsoDate {
  const last = lastOfMonth(other);
  return day.slice(8) < last.slice(8) ? other.slice(0, 8) + day.slice(8) : last;
}

function firstOf(day: IsoDate): IsoDate {
  return `${day.slice(0, 8)}01`;
}

/** The last day of the month of a day. */
export function lastOfMonth(day: IsoDate): IsoDate {
  return addDays(firstOf(addDays(firstOf(day), 31)), -1);
}
