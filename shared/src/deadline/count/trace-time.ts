import type { TraceStep } from "../../complaint/complaint";
import { hoursOf } from "../calendar/hours-of-day";
import { actOf, dayKind, isShort, isWorked, type WorkCalendar } from "../calendar/work-calendar";
import { instantText } from "../time/instant-text";
import { addDays } from "../time/local-day";
import { localDayAt, type Span, spanOfDay } from "../time/zone";
import type { IsoDate } from "../vocabulary";
import { passedDay } from "./counted-term";
import { type OpenSpan, openSpansFrom } from "./open-time";
import { cut } from "./spans";

/** Why a stretch of time counted or not: a run round the clock, open or closed hours, or the clock stood still. */
export type TimeReason = "run.clock" | "hours.open" | "hours.shortDay" | "hours.closed" | "hours.paused";

/** A run of minutes or hours round the clock: the stretches in which it passed, and those in which it stood still. */
export function traceElapsed(run: Span, zone: string, standstills: readonly Span[]): TraceStep[] {
  return cut(run, standstills).map((part) =>
    step(localDayAt(part.from, zone), part.isHole ? "hours.paused" : "run.clock", part),
  );
}

/**
 * A run of business time: every stretch in which the organisation was open, in the order of time, and every day
 * on which it was not.
 *
 * @param run from the event to the end of the term
 */
export function traceBusinessTime(
  run: Span,
  calendar: WorkCalendar,
  zone: string,
  standstills: readonly Span[],
): TraceStep[] {
  const steps: TraceStep[] = [];
  let day = localDayAt(run.from, zone);
  for (const span of openSpansWithin(run, calendar, zone)) {
    for (; day < span.on; day = addDays(day, 1)) {
      if (steps.at(-1)?.on !== day) steps.push(...closedDay(day, calendar, zone));
    }
    for (const part of cut(span, standstills)) steps.push(toStep(span.on, part, calendar));
  }
  return steps;
}

/** Spans of one day that touch are one: they are kept by days of UTC. */
function openSpansWithin(run: Span, calendar: WorkCalendar, zone: string): OpenSpan[] {
  const spans: OpenSpan[] = [];
  for (const span of openSpansFrom(run.from, calendar, zone)) {
    if (span.from >= run.to) return spans;
    const to = Math.min(span.to, run.to);
    const last = spans.at(-1);
    if (last?.on === span.on && last.to === span.from) spans[spans.length - 1] = { ...last, to };
    else spans.push({ ...span, to });
  }
  return spans;
}

function toStep(on: IsoDate, part: Span & { isHole: boolean }, calendar: WorkCalendar): TraceStep {
  if (part.isHole) return step(on, "hours.paused", part);
  const hasOwnHours = calendar.hours.dates[on] !== undefined;
  const reason = isShort(on, calendar) && !hasOwnHours ? "hours.shortDay" : "hours.open";
  const act = dayKind(on, calendar) === "workingWeekend" ? actOf(on, calendar) : null;
  return { ...step(on, reason, part), act };
}

/** A day that has no open hours, or none after the event; nothing for one that the zone leaves out. */
function closedDay(on: IsoDate, calendar: WorkCalendar, zone: string): TraceStep[] {
  const { from, to } = spanOfDay(on, zone);
  if (from >= to) return [];
  const opens = isWorked(on, calendar) || hoursOf(on, calendar).length > 0;
  return [opens ? { on, reason: "hours.closed", counted: false, act: null } : passedDay(on, false, calendar)];
}

function step(on: IsoDate, reason: TimeReason, { from, to }: Span): TraceStep {
  return {
    on,
    reason,
    counted: reason !== "hours.paused",
    act: null,
    span: { from: instantText(from), to: instantText(to) },
  };
}
