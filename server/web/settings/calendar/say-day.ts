import {
  actOf,
  type DayKind,
  dayKind,
  isShort,
  type WorkCalendar,
} from "@otklik/shared/deadline/calendar/work-calendar";
import { sayReason } from "@otklik/shared/deadline/say/say-reason";
import type { IsoDate } from "@otklik/shared/deadline/vocabulary";
import { sayDeadline } from "@otklik/shared/messages/deadline/index";
import type { Locale } from "@otklik/shared/people/locale";
import { saySettings } from "../../messages/settings/index";
import { formatDayOfWeek } from "../../parts/format-when";

/** A day and what it is: "Saturday, 1 November 2025: working day moved to a weekend (…), short". */
export function sayDay(locale: Locale, day: IsoDate, calendar: WorkCalendar): string {
  return `${formatDayOfWeek(locale, day)}: ${sayKindOf(locale, day, calendar)}`;
}

/** What a day is, with the act that makes it so. */
export function sayKindOf(locale: Locale, day: IsoDate, calendar: WorkCalendar): string {
  const reason = `day.${dayKind(day, calendar)}` as const;
  const said = sayReason(locale, { reason, act: actOf(day, calendar) });
  return isShort(day, calendar) ? `${said}, ${saySettings(locale, "day.short")}` : said;
}

/** What a day is, in a word or two. */
export function sayKind(locale: Locale, kind: DayKind, isShortDay: boolean): string {
  const said = sayDeadline(locale, `day.${kind}`);
  return isShortDay ? `${said}, ${saySettings(locale, "day.short")}` : said;
}
