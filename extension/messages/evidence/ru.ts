import type { Translation } from "@otklik/shared/messages/message";
import type { en } from "./en";

export const ru: Translation<typeof en> = {
  title: "Доказательства",
  total: "всего {size}",
  gathering: "Доказательства собираются…",
  "gathering.part": "Запись снимается: {percent}\u00a0%",
  none: "Доказательств нет.",

  "kind.screenshot": "Снимок экрана",
  "kind.crop": "Только запись",
  "kind.snapshot": "Копия записи",
  "kind.attachment": "Из записи",
  "kind.mail": "Письмо",
  "file.send": "Отправить",
  "file.sendOne": "Отправить: {name}",
  "file.unplaced": "Не отправится: на снимке нашлось не всё, что скрыто.",

  "others.hide": "Скрыть чужие сообщения и лица",
  "others.hint":
    "Слова и картинки изымаются до вычисления хеша, на снимках эти места чернеют. На снимке экрана чернеет и всё, что рядом с записью. Сообщение, на которое она отвечает, в вырезку не попадёт.",
  "others.none": "Чужих сообщений и лиц в записи не найдено.",
  "parts.hidden": {
    one: "скрыта {count}\u00a0часть",
    few: "скрыты {count}\u00a0части",
    many: "скрыто {count}\u00a0частей",
    other: "скрыто {count}\u00a0части",
  },
  "parts.hint":
    "Нажмите на часть, чтобы скрыть её, ещё раз — чтобы показать. С клавиатуры: Tab ведёт к части, Enter или пробел скрывает и показывает.",
  "parts.frame": "Копия записи; нажмите на часть, чтобы скрыть её",
  "parts.hide": "Скрыть: {words}",
  "parts.picture": "картинка",
  "parts.all": "Показать всё",

  "snapshot.takenAt": "Сделано Откликом",
  "snapshot.cut": "Обрезано: запись больше, чем может быть копия.",

  "lacks.signature": "Отправлено без подписи: этот браузер не смог подписать.",
};
