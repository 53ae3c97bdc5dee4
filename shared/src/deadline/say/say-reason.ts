import type { TraceStep } from "../../complaint/complaint";
import { sayDeadline } from "../../messages/deadline/index";
import type { Locale } from "../../people/locale";
import type { TraceReason } from "../why";
import { sayAct } from "./say-act";

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

/** Every reason of a trace, so that one without words does not compile. */
const TRACE_REASONS: Readonly<Record<TraceReason, true>> = {
  "day.event": true,
  "day.working": true,
  "day.workingWeekend": true,
  "day.weekend": true,
  "day.dayOff": true,
  "day.regionalDayOff": true,
  "day.publicHoliday": true,
  "day.paused": true,
  "term.sameNumber": true,
  "term.lastDayOfMonth": true,
  "term.afterPause": true,
  "roll.next": true,
  "roll.previous": true,
  "run.clock": true,
  "hours.open": true,
  "hours.shortDay": true,
  "hours.closed": true,
  "hours.paused": true,
};

function isTraceReason(reason: string): reason is TraceReason {
  return Object.hasOwn(TRACE_REASONS, reason);
}
