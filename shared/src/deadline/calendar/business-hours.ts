import type { IsoDate } from "../vocabulary";

/**
 * Hours on the wall clock, `HH:MM`. `from` is inclusive, 00:00 to 23:59; `to` is exclusive, up to 24:00. A `to`
 * that is not later than `from` lies on the next day: 22:00 to 06:00 is a night. 00:00 to 24:00 is the
 * whole day.
 */
export interface Interval {
  readonly from: string;
  readonly to: string;
}

/** When an organisation is open. Whoever begins at night belongs to the day on which they begin. */
export interface BusinessHours {
  /** By weekday, Monday first: seven lists, each of intervals in order that do not touch. */
  readonly week: readonly (readonly Interval[])[];
  /** Hours of a weekend day that is worked by decree, where the weekday itself has none. */
  readonly workingWeekend: readonly Interval[];
  /** Whether days that are not worked by the calendar are closed, or have the hours of their weekday. */
  readonly onDaysOff: "closed" | "open";
  /** By how many minutes a short day ends earlier. */
  readonly shortDayMinutes: number;
  /** Days with hours of their own, whatever the calendar says of them. */
  readonly dates: Readonly<Record<IsoDate, readonly Interval[]>>;
}
