import type { TraceStep } from "@otklik/shared/complaint/complaint";
import { sayReason } from "@otklik/shared/deadline/say/say-reason";
import { type TraceRun, traceRuns } from "@otklik/shared/deadline/say/trace-runs";
import type { Locale } from "@otklik/shared/people/locale";
import { sayDates } from "../../messages/dates/index";
import { formatDaysOfWeek } from "../../parts/format-when";
import { useLocale } from "../../preferences/Preferences";

/** Every day of a term in words: which it is of the term, and why it counted or not. */
export function RunsTable({ trace }: { trace: readonly TraceStep[] }) {
  const locale = useLocale();
  return (
    <table class="file-table">
      <caption>{sayDates(locale, "strip.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{sayDates(locale, "runs.days")}</th>
          <th scope="col">{sayDates(locale, "runs.ordinals")}</th>
          <th scope="col">{sayDates(locale, "time.reason")}</th>
        </tr>
      </thead>
      <tbody>
        {traceRuns(trace).map((run, index) => (
          <tr key={index}>
            <td class="file-days">{formatDaysOfWeek(locale, run.from, run.to)}</td>
            <td class="file-days">{sayOrdinals(locale, run)}</td>
            <td>{sayReason(locale, run)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Its place in the term, or whether it counts where days have none. */
function sayOrdinals(locale: Locale, { ordinals, counted }: TraceRun): string {
  if (ordinals === null) return sayDates(locale, counted ? "strip.legend.counted" : "strip.notCounted");
  const [first, last] = ordinals;
  return first === last ? String(first) : `${first}–${last}`;
}
