import type { TraceStep } from "@otklik/shared/complaint/complaint";
import { sayReason } from "@otklik/shared/deadline/say/say-reason";
import { minutesOf, type TraceRun, traceRuns } from "@otklik/shared/deadline/say/trace-runs";
import { sayDeadline } from "@otklik/shared/messages/deadline/index";
import type { Locale } from "@otklik/shared/people/locale";
import { sayDates } from "../../messages/dates/index";
import { formatDays, formatSpan } from "../../parts/format-when";
import { useLocale } from "../../preferences/Preferences";

interface CountedTimeProps {
  readonly trace: readonly TraceStep[];
  readonly zone: string;
}

/** A term in minutes or hours as the stretches of time in which it ran, and those in which it did not. */
export function CountedTime({ trace, zone }: CountedTimeProps) {
  const locale = useLocale();
  const runs = traceRuns(trace);
  if (runs.length === 0) return <p class="muted">{sayDates(locale, "strip.unknown")}</p>;
  const total = runs.reduce((sum, run) => sum + countedMinutes(run), 0);
  return (
    <div class="counted-time">
      <table>
        <caption class="hidden">{sayDates(locale, "time.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{sayDates(locale, "time.day")}</th>
            <th scope="col">{sayDates(locale, "time.span")}</th>
            <th scope="col">{sayDates(locale, "time.counted")}</th>
            <th scope="col">{sayDates(locale, "time.reason")}</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr class={run.counted ? undefined : "muted"} key={run.span?.from ?? run.from}>
              <td>{formatDays(locale, run.from, run.to)}</td>
              <td>
                {run.span === undefined ? (
                  "—"
                ) : (
                  <span class="span">{formatSpan(locale, run.span, zone)}</span>
                )}
              </td>
              <td>{run.counted ? sayLength(locale, countedMinutes(run)) : "—"}</td>
              <td>{sayReason(locale, run)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {sayDates(locale, "time.total")}
            </th>
            <td colSpan={2}>{sayLength(locale, total)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function countedMinutes({ counted, span }: TraceRun): number {
  return counted && span !== undefined ? minutesOf(span) : 0;
}

/** "4 hours 30 minutes"; what is less than an hour, and nothing at all, in minutes. */
function sayLength(locale: Locale, minutes: number): string {
  const hours = Math.floor(minutes / MINUTES_OF_HOUR);
  const rest = minutes % MINUTES_OF_HOUR;
  return [
    ...(hours > 0 ? [sayDeadline(locale, "term.hour", { count: hours })] : []),
    ...(rest > 0 || hours === 0 ? [sayDeadline(locale, "term.minute", { count: rest })] : []),
  ].join(" ");
}

const MINUTES_OF_HOUR = 60;
