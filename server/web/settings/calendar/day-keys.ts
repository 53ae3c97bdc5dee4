import { type DayMove, dayMoved } from "@otklik/shared/deadline/time/year-days";
import type { IsoDate } from "@otklik/shared/deadline/vocabulary";
import { FIRST_YEAR, LAST_YEAR } from "./year-address";

/** Arrows by a day and by a week, pages by a month, Home and End within the month. */
const MOVES: Readonly<Record<string, DayMove>> = {
  ArrowLeft: "day_back",
  ArrowRight: "day_on",
  ArrowUp: "week_back",
  ArrowDown: "week_on",
  PageUp: "month_back",
  PageDown: "month_on",
  Home: "month_start",
  End: "month_end",
};

/**
 * The day to which a key leads from another.
 *
 * @returns null when the key leads to none, or out of the years that can be shown
 */
export function dayReachedBy(
  press: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">,
  day: IsoDate,
): IsoDate | null {
  const move = MOVES[press.key];
  if (move === undefined || press.ctrlKey || press.metaKey || press.altKey) return null;
  const reached = dayMoved(day, move);
  const year = Number(reached.slice(0, 4));
  return year >= FIRST_YEAR && year <= LAST_YEAR ? reached : null;
}
