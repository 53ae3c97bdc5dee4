import type { TraceStep } from "@otklik/shared/complaint/complaint";
import { sayReason } from "@otklik/shared/deadline/say/say-reason";
import { exceptionsOf, type StripDay, stripOf } from "@otklik/shared/deadline/say/trace-strip";
import type { IsoDate } from "@otklik/shared/deadline/vocabulary";
import { sayDates } from "../../messages/dates/index";
import { formatDay, formatDays, weekdayNames } from "../../parts/format-when";
import { useLocale } from "../../preferences/Preferences";

/** The days of a term as a small calendar, and in words what is unlike the plain week. */
export function CountedDays({ trace, dueOn }: { trace: readonly TraceStep[]; dueOn: IsoDate }) {
  const locale = useLocale();
  const weeks = stripOf(trace, dueOn);
  const exceptions = exceptionsOf(trace);
  if (weeks.length === 0) return <p class="muted">{sayDates(locale, "strip.unknown")}</p>;
  const short = weekdayNames(locale, "short");
  const long = weekdayNames(locale, "long");
  return (
    <>
      <table class="strip">
        <caption class="hidden">{sayDates(locale, "strip.caption")}</caption>
        <thead>
          <tr>
            {short.map((name, day) => (
              <th scope="col" abbr={long[day]} key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week, index) => (
            <tr key={index}>
              {week.map((day, weekday) =>
                day === null ? <td key={weekday} /> : <StripCell day={day} key={weekday} />,
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="legend" aria-hidden="true">
        <span class="legend-event">{sayDates(locale, "strip.start")}</span>
        <span class="legend-counted">{sayDates(locale, "strip.legend.counted")}</span>
        <span class="legend-off">{sayDates(locale, "strip.notCounted")}</span>
        <span class="legend-due">{sayDates(locale, "strip.due")}</span>
      </p>
      {exceptions.length > 0 && (
        <>
          <h3>{sayDates(locale, "strip.exceptions")}</h3>
          <ul class="exceptions">
            {exceptions.map((exception) => (
              <li key={exception.from}>
                <strong>{formatDays(locale, exception.from, exception.to)}</strong>:{" "}
                {sayReason(locale, exception)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function StripCell({ day }: { day: StripDay }) {
  const locale = useLocale();
  const words = [
    formatDay(locale, day.on),
    day.state === "event"
      ? sayDates(locale, "strip.start")
      : day.ordinal === null
        ? sayDates(locale, "strip.notCounted")
        : sayDates(locale, "strip.counted", { count: day.ordinal }),
    sayReason(locale, { reason: day.reason, act: null }),
    ...(day.isDue ? [sayDates(locale, "strip.due")] : []),
  ];
  const isFirstOfMonth = day.on.endsWith("-01");
  return (
    <td class={`strip-day strip-${day.state}${day.isDue ? " strip-due" : ""}`} title={words.join(", ")}>
      <span aria-hidden="true">
        {isFirstOfMonth ? formatDay(locale, day.on, "short") : Number(day.on.slice(8))}
      </span>
      {day.ordinal !== null && (
        <span class="strip-ordinal" aria-hidden="true">
          {day.ordinal}
        </span>
      )}
      <span class="hidden">{words.join(", ")}</span>
    </td>
  );
}
