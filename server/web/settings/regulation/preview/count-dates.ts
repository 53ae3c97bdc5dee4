import type { TraceStep } from "@otklik/shared/complaint/complaint";
import type { WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import { type DueFacts, dueDatesOf } from "@otklik/shared/deadline/due";
import type { DueDate } from "@otklik/shared/deadline/due-date";
import type { Regulation } from "@otklik/shared/deadline/regulation/regulation";
import { CLOCKS, type Clock } from "@otklik/shared/deadline/vocabulary";
import { traceOf } from "@otklik/shared/deadline/why";

/** A due date with the way it was counted. */
export interface CountedDate extends DueDate {
  readonly trace: readonly TraceStep[];
}

/** What the draft and the version in force give for one clock; null where no such clock would run. */
export interface ClockDates {
  readonly clock: Clock;
  readonly draft: CountedDate | null;
  readonly present: CountedDate | null;
}

/**
 * The dates of a complaint by two regulations, the earliest of the draft's first. This file brings the engine
 * with it, so it is loaded only when something is to be counted.
 *
 * @throws RangeError when calendar or rules cannot be counted by
 */
export function countDates(
  facts: DueFacts,
  draft: Regulation,
  present: Regulation,
  calendar: WorkCalendar,
  zone: string,
): ClockDates[] {
  const datesBy = (regulation: Regulation) =>
    dueDatesOf(facts, regulation, calendar, zone).map(
      (due): CountedDate => ({ ...due, trace: traceOf(due, regulation, calendar, zone) }),
    );
  const drafted = datesBy(draft);
  const presented = datesBy(present);
  const clocks = new Set([...drafted.map(({ clock }) => clock), ...CLOCKS]);
  return [...clocks].flatMap((clock) => {
    const dates = {
      clock,
      draft: drafted.find((due) => due.clock === clock) ?? null,
      present: presented.find((due) => due.clock === clock) ?? null,
    };
    return dates.draft === null && dates.present === null ? [] : [dates];
  });
}
