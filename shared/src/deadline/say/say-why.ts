import type { TraceStep } from "../../complaint/complaint";
import { sayDeadline } from "../../messages/deadline/index";
import type { Locale } from "../../people/locale";
import type { TraceReason } from "../why";
import { sayPlainDate } from "./say-date";

/**
 * Why a day counted or not, with the act that says so: "day off (Government decree No. 1335 of
 * 4 October 2024)".
 *
 * @returns the reason itself when it is none that this version knows
 */
export function sayReason(locale: Locale, { reason, act }: Pick<TraceStep, "reason" | "act">): string {
  if (!isTraceReason(reason)) return reason;
  if (act !== null) {
    return sayDeadline(locale, "reason.withAct", {
      reason: sayDeadline(locale, reason),
      act: sayAct(locale, act),
    });
  }
  // A day that was moved, but by no act yet: the year's calendar is a forecast.
  if (reason === "day.dayOff") return sayDeadline(locale, "forecast.dayOff");
  if (reason === "day.workingWeekend") return sayDeadline(locale, "forecast.workingWeekend");
  return sayDeadline(locale, reason);
}

/**
 * An act as the reader's language cites it. Acts are kept in the words of the calendar or the
 * regulation, so one that is not known is said as it stands.
 */
export function sayAct(locale: Locale, act: string): string {
  const decree = /^Government decree No\. (\d+) of (\d{4}-\d\d-\d\d)$/.exec(act);
  if (decree?.[1] !== undefined && decree[2] !== undefined) {
    return sayDeadline(locale, "act.decree", { number: decree[1], date: sayPlainDate(locale, decree[2]) });
  }
  const law = /^Law (\S+?)(-FZ)?(?: (art|arts)\. (.+))?$/.exec(act);
  if (law !== null) return sayLaw(locale, law);
  for (const [pattern, key] of CITATIONS) {
    const clause = pattern.exec(act)?.[1];
    if (clause !== undefined) return sayDeadline(locale, key, { clause });
  }
  const key = Object.hasOwn(WHOLE_ACTS, act) ? WHOLE_ACTS[act] : undefined;
  return key === undefined ? act : sayDeadline(locale, key);
}

/** Federal laws bear letters after their number: 442-FZ, in Russian 442-ФЗ. */
function sayLaw(locale: Locale, [, number = "", federal, many, clause]: RegExpExecArray): string {
  const law = federal === undefined ? number : sayDeadline(locale, "act.federal", { number });
  if (clause === undefined) return sayDeadline(locale, "act.law", { law });
  return sayDeadline(locale, many === "arts" ? "act.lawArticles" : "act.lawArticle", { law, clause });
}

const WHOLE_ACTS: Readonly<Record<string, "act.expectation" | "act.courtPractice">> = {
  "customers' expectation by channel": "act.expectation",
  "court practice: 2–3 weeks": "act.courtPractice",
};

const CITATIONS = [
  [/^Labour Code art\. (.+)$/, "act.labourCode"],
  [/^Civil Code art\. (.+)$/, "act.civilCode"],
  [/^regulation (.+)$/, "act.regulation"],
] as const;

/** Every reason of a trace, so that one without words does not compile. */
const TRACE_REASONS: Readonly<Record<TraceReason, true>> = {
  "day.event": true,
  "day.working": true,
  "day.workingWeekend": true,
  "day.weekend": true,
  "day.dayOff": true,
  "day.regionalDayOff": true,
  "day.publicHoliday": true,
  "roll.next": true,
  "roll.previous": true,
  "run.clock": true,
};

function isTraceReason(reason: string): reason is TraceReason {
  return Object.hasOwn(TRACE_REASONS, reason);
}
