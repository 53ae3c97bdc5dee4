import type { DueMove } from "@otklik/shared/complaint/term-changes";
import { sayDeadline } from "@otklik/shared/messages/deadline/index";
import type { Locale } from "@otklik/shared/people/locale";
import { sayDates } from "../../messages/dates/index";
import { type Reading, sayEnd } from "./say-end";

/**
 * A due date that became another: "Answer: from 12 Jan to 2 Feb".
 *
 * @param gone what has become of a date without another in its place: nothing is owed any more, or its
 *   clock stands still
 */
export function sayMove(
  locale: Locale,
  { clock, before, after }: DueMove,
  reading: Reading,
  gone: "not_owed" | "stands" = "not_owed",
): string {
  const name = sayDeadline(locale, `clock.${clock}`);
  if (after === null) {
    const end = before === null ? "" : sayEnd(locale, before, reading);
    return sayDates(locale, `move.${gone}`, { clock: name, before: end });
  }
  const end = sayEnd(locale, after, reading);
  if (before === null) return sayDates(locale, "move.new", { clock: name, after: end });
  return sayDates(locale, "move.moved", { clock: name, before: sayEnd(locale, before, reading), after: end });
}
