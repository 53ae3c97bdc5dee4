import type { TraceStep } from "@otklik/shared/complaint/complaint";
import { sayReason } from "@otklik/shared/deadline/say/say-reason";
import {
  exceptionsOf,
  type StripDay,
  type StripWeek,
  stripOf,
} from "@otklik/shared/deadline/say/trace-strip";
import type { IsoDate } from "@otklik/shared/deadline/vocabulary";
import { sayDates } from "../../messages/dates/index";
import { formatDay, formatDays, formatMonth, weekdayNames } from "../../parts/format-when";
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
            <StripRows week={week} isFirst={index === 0} key={index} />
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

/** One week, and before it a line for those that are left out. */
function StripRows({ week, isFirst }: { week: StripWeek; isFirst: boolean }) {
  const locale = useLocale();
  const firstDay = week.days.find((day) => day !== null);
  const isNamed = (day: StripDay) =>
    day.on.endsWith("-01") || ((isFirst || week.isAfterGap) && day === firstDay);
  return (
    <>
      {week.isAfterGap && firstDay && (
        <tr>
          <td class="strip-gap" colSpan={7}>
            … {formatMonth(locale, firstDay.on)}
          </td>
        </tr>
      )}
      <tr>
        {week.days.map((day, weekday) =>
          day === null ? <td key={weekday} /> : <StripCell day={day} isNamed={isNamed(day)} key={weekday} />,
        )}
      </tr>
    </>
  );
}

interface StripCellProps {
  readonly day: StripDay;
  /** With its month: the first day of one, and the first that is shown. */
  readonly isNamed: boolean;
}

function StripCell({ day, isNamed }: StripCellProps) {
  const locale = useLocale();
  const words = [
    formatDay(locale, day.on),
    day.state === "event"
      ? sayDates(locale, "strip.start")
      : day.ordinal !== null
        ? sayDates(locale, "strip.counted", { count: day.ordinal })
        : day.state === "counted"
          ? sayDates(locale, "strip.legend.counted")
          : sayDates(locale, "strip.notCounted"),
    // Of the day of the event that was the reason already.
    ...(day.state === "event" ? [] : [sayReason(locale, { reason: day.reason, act: null })]),
    ...(day.isDue ? [sayDates(locale, "strip.due")] : []),
  ];
  return (
    <td class={`strip-day strip-${day.state}${day.isDue ? " strip-due" : ""}`} title={words.join(", ")}>
      <span aria-hidden="true">{Number(day.on.slice(8))}</span>
      {isNamed && (
        <span class="strip-month" aria-hidden="true">
          {formatMonth(locale, day.on, "short")}
        </span>
      )}
      {day.ordinal !== null && (
        <span class="strip-ordinal" aria-hidden="true">
          {day.ordinal}
        </span>
      )}
      <span class="hidden">{words.join(", ")}</span>
    </td>
  );
}
