import type { Translation } from "@otklik/shared/messages/message";
import type { en } from "./en";

export const ru: Translation<typeof en> = {
  "due.title": "Сроки",
  "due.notOwed": "больше не требуется",
  "due.was": "срок был {when}",
  "due.met": "сделано {when}",
  "due.metLate": "сделано {when}, с опозданием",
  "due.provisional.detail":
    "Предварительно: официальный календарь того года ещё не опубликован. Учтены выходные и нерабочие праздничные дни.",
  "due.why": "Почему эта дата?",
  "due.basis": "Основание",
  "due.term": "Срок",
  "due.start": "Начало",
  "due.end": "Конец",
  "due.endOfDay": "{day}, 24:00",
  "due.regulation": "Регламент",
  "due.regulation.version": "{name}, версия {version}; календарь {calendar}",
  "due.fromReceived": "Считается от поступления, {when}",
  "due.fromRegistered": "Считается от регистрации, {when}",
  "due.roundTheClock": "Часы и минуты идут круглосуточно.",
  "strip.caption": "Как считались дни",
  "strip.unknown": "Как считалось, уже не установить: с тех пор сменились правила или календарь.",
  "strip.start": "день события, не считается",
  "strip.counted": "день {count}",
  "strip.notCounted": "не считается",
  "strip.due": "срок",
  "strip.legend.counted": "считается",
  "strip.exceptions": "Дни не как в обычную неделю",
};
