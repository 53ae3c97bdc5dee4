import { sayDueWord } from "../../messages/due-words/index";
import type { Locale } from "../../people/locale";
import type { DueDate, DueRule } from "../due-date";
import { wallClockOf } from "../time/wall-clock";
import { CLOCK_UNITS, type DueCause, type IsoDate } from "../vocabulary";
import { sayAct } from "./say-act";
import { sayLongDate, sayShortDate } from "./say-date";
import { timeOf } from "./say-due";

/** A due date with what its one sentence of explanation is made of. */
export interface ExplainedDue extends Pick<DueDate, "dueAt" | "dueOn" | "startAt"> {
  readonly rule: Pick<DueRule, "unit" | "n" | "from" | "roll" | "basis">;
  /** Local day of `startAt`. */
  readonly startOn: IsoDate;
  /** The last day before it moved to a worked one; null where it did not move. */
  readonly rolledFrom: IsoDate | null;
  readonly cause: DueCause;
}

/** A term as its rule has it: "10 working days from receipt". */
export function sayTerm(locale: Locale, rule: Pick<DueRule, "unit" | "n" | "from">): string {
  return sayTermFrom(locale, rule, rule.from);
}

/**
 * Why it is this date, in one sentence: "30 calendar days from registration on 2 Dec; 1 Jan 2026 is not
 * worked, so until Monday 12 January 2026 (regulation 3.3.5)".
 *
 * @param zone the organisation's, IANA name
 */
export function sayWhy(locale: Locale, due: ExplainedDue, now: Date, zone: string): string {
  const today = wallClockOf(now.toISOString(), zone).day;
  const why = sayStart(locale, due, today, zone);
  const end = sayLastMoment(locale, due, today, zone);
  const said = sayCourse(locale, due, { why, end, today });
  return sayDueWord(locale, "why.basis", { why: said, act: sayAct(locale, due.rule.basis) });
}

function sayCourse(
  locale: Locale,
  { rule, rolledFrom, cause }: ExplainedDue,
  { why, end, today }: { why: string; end: string; today: IsoDate },
): string {
  if (cause === "extended") return sayDueWord(locale, "why.extended", { why, end });
  if (cause === "resumed") return sayDueWord(locale, "why.resumed", { why, end });
  if (rolledFrom === null) return sayDueWord(locale, "why.until", { why, end });
  const day = sayShortDate(locale, rolledFrom, today);
  return sayDueWord(locale, rule.roll === "previous" ? "why.rolledPrevious" : "why.rolledNext", {
    why,
    day,
    end,
  });
}

function sayStart(locale: Locale, due: ExplainedDue, today: IsoDate, zone: string): string {
  // Whatever the rule begins with, the terms of a complaint that was opened again begin with that.
  const term = sayTermFrom(locale, due.rule, due.cause === "reopened" ? "reopened" : due.rule.from);
  const date = sayShortDate(locale, due.startOn, today);
  if (!isInHours(due)) return sayDueWord(locale, "why.fromDay", { term, date });
  return sayDueWord(locale, "why.fromTime", { term, date, time: wallClockOf(due.startAt, zone).time });
}

function sayLastMoment(locale: Locale, due: ExplainedDue, today: IsoDate, zone: string): string {
  const time = timeOf(due, zone);
  if (isInHours(due) && due.dueOn === due.startOn) return time;
  const date = sayLongDate(locale, due.dueOn, today);
  return time === "24:00" && !isInHours(due) ? date : sayDueWord(locale, "why.endAt", { date, time });
}

function isInHours({ rule }: ExplainedDue): boolean {
  return CLOCK_UNITS.some((unit) => unit === rule.unit);
}

function sayTermFrom(
  locale: Locale,
  { unit, n }: Pick<DueRule, "unit" | "n">,
  event: DueRule["from"] | "reopened",
): string {
  return sayDueWord(locale, "why.term", {
    term: sayDueWord(locale, `term.${unit}`, { count: n }),
    from: sayDueWord(locale, `from.${event}`),
  });
}
