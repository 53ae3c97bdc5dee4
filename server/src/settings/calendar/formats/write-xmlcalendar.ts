import { daysOfYear } from "@otklik/shared/deadline/calendar/days-of-year";
import {
  dayKind,
  isShort,
  isWorked,
  type WorkCalendar,
} from "@otklik/shared/deadline/calendar/work-calendar";
import { weekdayOf } from "@otklik/shared/deadline/time/local-day";
import type { IsoDate, MonthDay } from "@otklik/shared/deadline/vocabulary";

/**
 * One year as the XML of xmlcalendar.ru.
 *
 * @param madeOn local date, told in the file
 */
export function writeXmlcalendar(calendar: WorkCalendar, year: number, madeOn: IsoDate): string {
  const key = String(year);
  const days = daysOfYear(key).flatMap((day) => {
    const attributes = attributesOf(calendar, key, day);
    return attributes === null ? [] : [`        <day d="${pointed(day)}" ${attributes}/>`];
  });
  const country = calendar.country.toLowerCase();
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<calendar year="${key}" lang="ru" date="${madeOn.replaceAll("-", ".")}" country="${country}">`,
    "    <holidays>",
    `        <holiday id="1" title="${escaped(calendar.publicHolidays.act)}"/>`,
    "    </holidays>",
    "    <days>",
    ...days,
    "    </days>",
    "</calendar>",
  ].join("\n")}\n`;
}

/** Null for a day that is as in a week from Monday to Friday. */
function attributesOf(calendar: WorkCalendar, year: string, day: MonthDay): string | null {
  const on = `${year}-${day}`;
  if (dayKind(on, calendar) === "publicHoliday") return 't="1" h="1"';
  if (isShort(on, calendar)) return 't="2"';
  const isWeekend = weekdayOf(on) > 5;
  if (isWorked(on, calendar)) return isWeekend ? 't="3"' : null;
  if (isWeekend) return null;
  const from = calendar.years[year]?.moved?.[day];
  return from === undefined ? 't="1"' : `t="1" f="${pointed(from)}"`;
}

function pointed(day: MonthDay): string {
  return day.replace("-", ".");
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}
