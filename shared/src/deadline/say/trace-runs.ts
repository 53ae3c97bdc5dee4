import type { TraceStep } from "../../complaint/complaint";
import { addDays } from "../time/local-day";
import type { IsoDate } from "../vocabulary";

/** Steps of a trace one after another that say the same, for a table that a person reads whole. */
export interface TraceRun {
  readonly from: IsoDate;
  /** Inclusive. */
  readonly to: IsoDate;
  readonly reason: string;
  readonly act: string | null;
  readonly counted: boolean;
  /** Which days of the term it holds, first and last; null when it holds none. */
  readonly ordinals: readonly [number, number] | null;
  /** Of minutes and hours: the stretch of time; a stretch is a run of its own. */
  readonly span: TraceStep["span"];
}

/**
 * A trace as runs of days that count, or do not, for one reason; none of its days is lost.
 *
 * @returns in the order of the count
 */
export function traceRuns(trace: readonly TraceStep[]): TraceRun[] {
  const runs: TraceRun[] = [];
  let counted = 0;
  for (const step of trace) {
    const isNumbered = step.counted && step.span === undefined && step.reason.startsWith("day.");
    if (isNumbered) counted++;
    const last = runs.at(-1);
    if (last !== undefined && goesOn(last, step)) {
      const ordinals = isNumbered && last.ordinals ? ([last.ordinals[0], counted] as const) : last.ordinals;
      runs[runs.length - 1] = { ...last, to: step.on, ordinals };
    } else {
      const { on, reason, act, span } = step;
      const ordinals = isNumbered ? ([counted, counted] as const) : null;
      runs.push({ from: on, to: on, reason, act, counted: step.counted, ordinals, span });
    }
  }
  return runs;
}

function goesOn(run: TraceRun, step: TraceStep): boolean {
  return (
    run.span === undefined &&
    step.span === undefined &&
    run.reason === step.reason &&
    run.act === step.act &&
    run.counted === step.counted &&
    addDays(run.to, 1) === step.on
  );
}

/** Whole minutes of a stretch of time. */
export function minutesOf({ from, to }: NonNullable<TraceStep["span"]>): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MILLISECONDS_OF_MINUTE);
}

const MILLISECONDS_OF_MINUTE = 60_000;
