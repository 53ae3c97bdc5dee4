import { sixDayWeek } from "@otklik/shared/deadline/calendar/six-day-week";
import type { WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import type { Weekday } from "@otklik/shared/deadline/time/local-day";
import { useRef } from "preact/hooks";
import { sayPlaces } from "../../messages/places/index";
import { saySettings } from "../../messages/settings/index";
import { weekdayNames } from "../../parts/format-when";
import { useLocale } from "../../preferences/Preferences";
import type { CalendarDesk } from "../use-calendar-desk";

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Which days of the week are not worked, and the whole change to a week of six days. */
export function WeekDays({ desk }: { desk: CalendarDesk }) {
  const locale = useLocale();
  const { mayWrite, draft } = desk;
  const { calendar, change } = draft;
  const names = weekdayNames(locale, "long");
  const sixDays = sixDayWeek(calendar);
  const title = useRef<HTMLHeadingElement>(null);
  const changeToSix = () => {
    change(sixDays);
    // The button that had the focus goes.
    title.current?.focus();
  };
  const put = (weekend: readonly Weekday[]) => change({ ...calendar, weekend });
  return (
    <section class="settings-part" aria-labelledby="week-title">
      <h2 id="week-title" tabIndex={-1} ref={title}>
        {saySettings(locale, "week.title")}
      </h2>
      <p>{saySettings(locale, "week.days", { count: 7 - calendar.weekend.length })}</p>
      <fieldset class="week-days">
        <legend>{saySettings(locale, "week.off")}</legend>
        {WEEKDAYS.map((weekday) => {
          const isOff = calendar.weekend.includes(weekday);
          // Somebody has to work on some day.
          const isLastWorked = !isOff && calendar.weekend.length === 6;
          return (
            <label class="check" key={weekday}>
              <input
                type="checkbox"
                checked={isOff}
                disabled={!mayWrite || isLastWorked}
                onChange={() =>
                  put(WEEKDAYS.filter((day) => (day === weekday ? !isOff : calendar.weekend.includes(day))))
                }
              />
              {names[weekday - 1]}
            </label>
          );
        })}
      </fieldset>
      {mayWrite && sixDays !== calendar && (
        <>
          <button type="button" class="button week-six" onClick={changeToSix}>
            {saySettings(locale, "week.six")}
          </button>
          <p class="muted">{saySettings(locale, "week.six.detail")}</p>
        </>
      )}
      <DaysWithoutHours calendar={calendar} />
    </section>
  );
}

/** A day that is worked but never open lets terms in business hours stand still. */
function DaysWithoutHours({ calendar }: { calendar: WorkCalendar }) {
  const locale = useLocale();
  const names = weekdayNames(locale, "long");
  const lacking = WEEKDAYS.filter(
    (day) => !calendar.weekend.includes(day) && (calendar.hours.week[day - 1] ?? []).length === 0,
  );
  if (lacking.length === 0) return null;
  return (
    <p class="note">
      {saySettings(locale, "week.withoutHours", { days: lacking.map((day) => names[day - 1]).join(", ") })}{" "}
      <a href="/settings/hours">{sayPlaces(locale, "page.hours")}</a>
    </p>
  );
}
