/** Words of due dates that wire, database and engine share. */

/** The clocks that run on one complaint at once. */
export const CLOCKS = ["first_response", "term_notice", "triage", "answer"] as const;
export type Clock = (typeof CLOCKS)[number];

export const TIME_UNITS = [
  "minute",
  "hour",
  "working_day",
  "calendar_day",
  "calendar_day_without_public_holidays",
] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

/** The event from which a time limit runs. */
export const START_EVENTS = ["received", "registered"] as const;
export type StartEvent = (typeof START_EVENTS)[number];

/** Where a calendar-day term goes when its last day is not worked. */
export const ROLLS = ["next", "previous", "none"] as const;
export type Roll = (typeof ROLLS)[number];

/** A local calendar date, `YYYY-MM-DD`. */
export type IsoDate = string;
/** An instant in UTC, ISO 8601 with `Z`. */
export type Instant = string;
