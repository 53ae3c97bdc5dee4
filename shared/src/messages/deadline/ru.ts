import type { Translation } from "../message";
import type { en } from "./en";

/** Weekdays are in the genitive: they are only said after «до». */
export const ru: Translation<typeof en> = {
  "clock.first_response": "Первый отклик",
  "clock.term_notice": "Уведомление о сроке",
  "clock.triage": "Первичное рассмотрение",
  "clock.answer": "Ответ",

  "due.todayAt": "сегодня до {time}",
  "due.tomorrowAt": "завтра до {time}",
  "due.on": "до {date}",
  "due.onAt": "до {date}, {time}",
  "due.provisional": "{due}, предварительно",
  "due.short.provisional": "{due} (предварительно)",

  "overdue.justNow": "только что просрочено",
  "overdue.minutes": {
    one: "просрочено на {count} минуту",
    few: "просрочено на {count} минуты",
    many: "просрочено на {count} минут",
    other: "просрочено на {count} минуты",
  },
  "overdue.hours": {
    one: "просрочено на {count} час",
    few: "просрочено на {count} часа",
    many: "просрочено на {count} часов",
    other: "просрочено на {count} часа",
  },
  "overdue.days": {
    one: "просрочено на {count} день",
    few: "просрочено на {count} дня",
    many: "просрочено на {count} дней",
    other: "просрочено на {count} дня",
  },
  "overdue.workingDays": {
    one: "просрочено на {count} рабочий день",
    few: "просрочено на {count} рабочих дня",
    many: "просрочено на {count} рабочих дней",
    other: "просрочено на {count} рабочих дня",
  },

  "date.long": "{weekday}, {day} {month}",
  "date.longOfYear": "{weekday}, {day} {month} {year} года",
  "date.plain": "{day} {month} {year} года",
  "date.short": "{day} {month}",
  "date.shortOfYear": "{day} {month} {year} г.",
  "weekday.1": "понедельника",
  "weekday.2": "вторника",
  "weekday.3": "среды",
  "weekday.4": "четверга",
  "weekday.5": "пятницы",
  "weekday.6": "субботы",
  "weekday.7": "воскресенья",

  "badge.overdue": "{count} просрочено",
  "badge.dueBy": "{count} до {when}",
  "badge.due": "{count} со сроком",
  "badge.both": "{overdue}, {due}",
  "badge.nothing": "Ничего срочного",

  "day.event": "день события не считается",
  "day.working": "рабочий день",
  "day.workingWeekend": "рабочий день, перенесённый на выходной",
  "day.weekend": "выходной",
  "day.dayOff": "перенесённый выходной",
  "day.publicHoliday": "нерабочий праздничный день",
  "roll.next": "срок перенесён на следующий рабочий день",
  "roll.previous": "срок перенесён на предыдущий рабочий день",
  "run.clock": "считается круглосуточно",
  "forecast.workingWeekend": "рабочий день, перенесённый на выходной, по прогнозу",
  "forecast.dayOff": "перенесённый выходной, по прогнозу",
  "reason.withAct": "{reason} ({act})",

  "act.decree": "постановление Правительства РФ № {number} от {date}",
  "act.labourCode": "ст. {clause} Трудового кодекса",
  "act.civilCode": "ст. {clause} Гражданского кодекса",
  "act.regulation": "регламент, п. {clause}",
  "act.expectation": "ожидание клиента по каналу",
};
