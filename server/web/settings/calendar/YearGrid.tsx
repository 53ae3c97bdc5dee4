import { dayKind, isShort, type WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import { type MonthWeeks, monthsOf } from "@otklik/shared/deadline/time/year-days";
import type { IsoDate } from "@otklik/shared/deadline/vocabulary";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { saySettings } from "../../messages/settings/index";
import { monthNames, weekdayNames } from "../../parts/format-when";
import { useLocale } from "../../preferences/Preferences";
import { dayReachedBy } from "./day-keys";
import { sayDay } from "./say-day";

interface YearGridProps {
  readonly year: number;
  readonly calendar: WorkCalendar;
  readonly published: WorkCalendar;
  readonly today: IsoDate;
  /** The one day that Tab reaches; arrows move on from it. */
  readonly focused: IsoDate;
  readonly onFocus: (day: IsoDate) => void;
  readonly onOpen: (day: IsoDate) => void;
}

/** Twelve small tables, Monday first. */
export function YearGrid(props: YearGridProps) {
  const locale = useLocale();
  const { year, focused, onFocus } = props;
  const grid = useRef<HTMLDivElement>(null);
  const isFocusWanted = useRef(false);
  const months = useMemo(() => monthsOf(year), [year]);
  const names = useMemo(() => monthNames(locale), [locale]);

  // The day may be of a year that has yet to be drawn.
  useLayoutEffect(() => {
    const day = grid.current?.querySelector<HTMLElement>(`[data-day="${focused}"]`);
    if (!isFocusWanted.current || !day) return;
    isFocusWanted.current = false;
    day.focus();
  });

  const goFrom = (day: IsoDate, event: KeyboardEvent) => {
    const next = dayReachedBy(event, day);
    if (next === null) return;
    event.preventDefault();
    isFocusWanted.current = true;
    onFocus(next);
  };

  return (
    <div class="year-grid" ref={grid}>
      {months.map((month, index) => (
        <MonthTable {...props} onKey={goFrom} month={month} name={names[index] ?? ""} key={month.from} />
      ))}
      <p class="hidden" id="day-keys">
        {saySettings(locale, "calendar.keys")}
      </p>
    </div>
  );
}

interface DayKeys {
  readonly onKey: (day: IsoDate, event: KeyboardEvent) => void;
}

interface MonthTableProps extends YearGridProps, DayKeys {
  readonly month: MonthWeeks;
  readonly name: string;
}

function MonthTable({ month, name, ...props }: MonthTableProps) {
  const locale = useLocale();
  const short = weekdayNames(locale, "short");
  const long = weekdayNames(locale, "long");
  return (
    <table class="month">
      <caption>{name}</caption>
      <thead>
        <tr>
          {short.map((weekday, place) => (
            <th scope="col" abbr={long[place]} key={weekday}>
              {weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {month.weeks.map((week, index) => (
          <tr key={index}>
            {week.map((day, weekday) =>
              day === null ? <td key={weekday} /> : <DayCell {...props} day={day} key={weekday} />,
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({
  day,
  calendar,
  published,
  today,
  focused,
  onFocus,
  onOpen,
  onKey,
}: Omit<YearGridProps, "year"> & DayKeys & { day: IsoDate }) {
  const locale = useLocale();
  const kind = dayKind(day, calendar);
  const short = isShort(day, calendar);
  const isChanged = kind !== dayKind(day, published) || short !== isShort(day, published);
  const said = sayDay(locale, day, calendar);
  const words = isChanged ? `${said}. ${saySettings(locale, "day.changed")}` : said;
  return (
    <td>
      <button
        type="button"
        class={`day day-${kind}${short ? " day-short" : ""}${isChanged ? " day-changed" : ""}`}
        data-day={day}
        tabIndex={day === focused ? 0 : -1}
        aria-label={words}
        aria-current={day === today ? "date" : undefined}
        aria-haspopup="dialog"
        title={words}
        onFocus={() => onFocus(day)}
        onKeyDown={(event) => onKey(day, event)}
        onClick={() => onOpen(day)}
      >
        {Number(day.slice(8))}
      </button>
    </td>
  );
}
