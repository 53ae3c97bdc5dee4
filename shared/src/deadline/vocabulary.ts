/** Words of due dates that wire, database and engine share. */

/** What a complaint waits for: an event that has to come before its date. */
export const OWED_CLOCKS = ["first_response", "term_notice", "triage", "answer"] as const;
export type OwedClock = (typeof OWED_CLOCKS)[number];

/** Whether a complaint waits for it: nobody is late by the end of a retention. */
export function isOwedClock(clock: Clock): clock is OwedClock {
  return OWED_CLOCKS.some((owed) => owed === clock);
}

/** The clocks that may run on one complaint at once. Nobody is late by the end of its retention. */
export const CLOCKS = [...OWED_CLOCKS, "internal_request", "retention"] as const;
export type Clock = (typeof CLOCKS)[number];

/** Minutes and hours are time that passes; their business forms pass only while the organisation is open. */
export const CLOCK_UNITS = ["minute", "hour", "business_minute", "business_hour"] as const;
export type ClockUnit = (typeof CLOCK_UNITS)[number];

/** Whether a term passes only while the organisation is open. */
export function isBusinessUnit(unit: TimeUnit): boolean {
  return unit === "business_minute" || unit === "business_hour";
}

export const DAY_UNITS = [
  "working_day",
  "calendar_day",
  "calendar_day_without_public_holidays",
  "week",
  "month",
  "year",
] as const;
export type DayUnit = (typeof DAY_UNITS)[number];

export const TIME_UNITS = [...CLOCK_UNITS, ...DAY_UNITS] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

/**
 * `legal`: set by law or by the regulation, never paused, moved only by an extension. `service`: the
 * organisation's own promise, which may pause while it waits for the complainant.
 */
export const CLOCK_FAMILIES = ["legal", "service"] as const;
export type ClockFamily = (typeof CLOCK_FAMILIES)[number];

/** The event from which a time limit runs. */
export const START_EVENTS = ["received", "registered", "request_sent", "reply_received", "closed"] as const;
export type StartEvent = (typeof START_EVENTS)[number];

/** Where a calendar-day term goes when its last day is not worked. */
export const ROLLS = ["next", "previous", "none"] as const;
export type Roll = (typeof ROLLS)[number];

/** When the last day of a term in days ends: at 24:00 local, or when the organisation closes on it. */
export const TERM_ENDS = ["day_end", "close_of_business"] as const;
export type TermEnd = (typeof TERM_ENDS)[number];

/**
 * What a complaint rests on, where a law or the regulation sets a term of its own for it. Triage says
 * which; several may be given while it is not settled.
 */
export const LEGAL_BASES = [
  /** Refund, price cut or damages by the consumer law. */
  "refund",
  "replacement",
  "replacement_with_check",
  /** Motor insurance, where the claimant is not a consumer. */
  "motor_insurance",
  "financial_organisation",
  "personal_data",
  "cross_border",
  /** A call that the support desk has solved itself. */
  "support_desk",
  /** Neither law nor contract nor the person sets a term. */
  "no_term",
] as const;
export type LegalBasis = (typeof LEGAL_BASES)[number];

/** Why a due date is there, or why it took the place of the one before it. */
export const DUE_CAUSES = [
  "registered",
  "classified",
  "extended",
  /** A rule that never pauses sets a term for a clock whose other rule stands still. */
  "paused",
  "resumed",
  "reopened",
  "merged",
  "written",
  "recounted",
  "closed",
] as const;
export type DueCause = (typeof DUE_CAUSES)[number];

/** A local calendar date, `YYYY-MM-DD`. */
export type IsoDate = string;
/** A day of every year, `MM-DD`. */
export type MonthDay = string;
/** An instant in UTC, ISO 8601 with `Z`. */
export type Instant = string;
