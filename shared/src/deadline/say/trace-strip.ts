import type { TraceStep } from "../../complaint/complaint";
import { addDays, weekdayOf } from "../time/local-day";
import type { IsoDate } from "../vocabulary";

/** One day of the strip. */
export interface StripDay {
  readonly on: IsoDate;
  readonly state: "event" | "counted" | "off";
  /** Which day of the term it is; null when it does not count, and in months and years. */
  readonly ordinal: number | null;
  readonly isDue: boolean;
  readonly reason: string;
}

/** A week in which the count did something. */
export interface StripWeek {
  /** Monday to Sunday; null for days that the count did not pass. */
  readonly days: readonly (StripDay | null)[];
  /** Weeks lie between it and the one before, of which a term in months or years asks nothing. */
  readonly isAfterGap: boolean;
}

/** Days one after another that differ from the plain week for the same reason. */
export interface Exception {
  readonly from: IsoDate;
  /** Inclusive. */
  readonly to: IsoDate;
  readonly reason: string;
  /** Null where there is none, such as in a forecast. */
  readonly act: string | null;
}

/** Reasons that a reader of a calendar strip needs no words for. */
const PLAIN = new Set(["day.working", "day.weekend", "day.event"]);

/**
 * A trace in days as the weeks of a small calendar.
 *
 * @returns empty when the term runs in minutes or hours, or its trace is not known
 */
export function stripOf(trace: readonly TraceStep[], dueOn: IsoDate): StripWeek[] {
  if (!trace.some(isDay) || trace.some(({ span }) => span !== undefined)) return [];
  const days = new Map<IsoDate, StripDay>();
  let counted = 0;
  for (const step of trace) {
    const isNumbered = step.counted && isDay(step);
    if (isNumbered) counted++;
    // A term rolled back ends on a day it had passed: that day keeps its ordinal.
    const passed = days.get(step.on);
    days.set(step.on, {
      on: step.on,
      state: stateOf(step, passed),
      ordinal: isNumbered ? counted : (passed?.ordinal ?? null),
      isDue: step.on === dueOn,
      reason: step.reason,
    });
  }
  const mondays = [...new Set([...days.keys()].map(mondayOf))].sort();
  return mondays.map((monday, place) => {
    const before = mondays[place - 1];
    return {
      days: [0, 1, 2, 3, 4, 5, 6].map((offset) => days.get(addDays(monday, offset)) ?? null),
      isAfterGap: before !== undefined && addDays(before, 7) < monday,
    };
  });
}

/** What in the trace is unlike the plain week, with the act that says so where there is one, in the order of the days. */
export function exceptionsOf(trace: readonly TraceStep[]): Exception[] {
  const exceptions: Exception[] = [];
  for (const { on, reason, act } of trace) {
    if (PLAIN.has(reason)) continue;
    const last = exceptions.at(-1);
    if (last?.reason === reason && last.act === act && addDays(last.to, 1) === on) {
      exceptions[exceptions.length - 1] = { ...last, to: on };
    } else {
      exceptions.push({ from: on, to: on, reason, act });
    }
  }
  return exceptions;
}

function isDay({ reason }: TraceStep): boolean {
  return reason.startsWith("day.");
}

function mondayOf(day: IsoDate): IsoDate {
  return addDays(day, 1 - weekdayOf(day));
}

function stateOf(step: TraceStep, passed: StripDay | undefined): StripDay["state"] {
  if (step.reason === "day.event") return "event";
  return step.counted || passed?.state === "counted" ? "counted" : "off";
}
