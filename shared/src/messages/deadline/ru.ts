import { ru as dueWords } from "../due-words/ru";
import type { Translation } from "../message";
import type { en } from "./en";

export const ru: Translation<typeof en> = {
  ...dueWords,

  "day.event": "день события не считается",
  "day.working": "рабочий день",
  "day.workingWeekend": "рабочий день, перенесённый на выходной",
  "day.weekend": "выходной",
  "day.dayOff": "перенесённый выходной",
  "day.regionalDayOff": "региональный выходной",
  "day.publicHoliday": "нерабочий праздничный день",
  "day.short": "сокращённый день",
  "roll.next": "срок перенесён на следующий рабочий день",
  "roll.previous": "срок перенесён на предыдущий рабочий день",
  "run.clock": "считается круглосуточно",
  "hours.open": "рабочее время",
  "hours.shortDay": "рабочее время, день сокращённый",
  "hours.closed": "не работаем",
  "hours.paused": "срок стоял: ждали заявителя",
  "day.paused": "срок стоял: ждали заявителя",
  "term.sameNumber": "то же число месяца",
  "term.lastDayOfMonth": "такого числа в месяце нет: последний день месяца",
  "term.afterPause": "срок сдвинут на дни ожидания заявителя",
  "forecast.workingWeekend": "рабочий день, перенесённый на выходной, по прогнозу",
  "forecast.dayOff": "перенесённый выходной, по прогнозу",
  "reason.withAct": "{reason} ({act})",

  "basis.refund": "Возврат денег, снижение цены, убытки",
  "basis.replacement": "Замена товара",
  "basis.replacement_with_check": "Замена товара с проверкой качества",
  "basis.motor_insurance": "ОСАГО, заявитель не потребитель",
  "basis.financial_organisation": "Финансовая организация",
  "basis.personal_data": "Запрос о персональных данных",
  "basis.cross_border": "Трансграничный перевод",
  "basis.support_desk": "Звонок, решённый службой поддержки",
  "basis.no_term": "Срока нет ни в законе, ни в договоре, ни в обращении",

  "cause.registered": "При регистрации",
  "cause.classified": "После первичного рассмотрения",
  "cause.extended": "Срок продлён",
  "cause.paused": "Пока ждём заявителя",
  "cause.resumed": "После паузы",
  "cause.reopened": "Обращение открыто снова",
  "cause.merged": "Обращения объединены",
  "cause.written": "Поступило ещё раз другим путём",
  "cause.recounted": "Пересчитано по исправленному календарю",
  "cause.closed": "При закрытии",

  "family.legal": "Закон или регламент",
  "family.service": "Стандарт обслуживания",

  "roll.name.next": "переносится на следующий рабочий день",
  "roll.name.previous": "переносится на предыдущий рабочий день",
  "roll.name.none": "не переносится",
  "end.day_end": "в 24:00",
  "end.close_of_business": "с окончанием рабочего времени",

  "year.official": "официальный",
  "year.provisional": "предварительный",
  "year.no_transfers_known": "переносы неизвестны",

  "rules.no-answer": "{kind}: не для каждого канала есть срок ответа",
  "rules.no-date": "{kind}: не для каждого канала есть хоть какой-то срок",
  "rules.no-date.anonymous": "{kind}, анонимно: не для каждого канала есть хоть какой-то срок",
  "rules.never-holds": "никогда не действует: его место всегда занимают другие правила",
  "rules.starts-too-late": "событие, от которого идёт срок, наступает слишком поздно",
  "rules.day-settings-of-hours":
    "срок в минутах или часах не переносится на другой день и не кончается вместе с днём",
};
