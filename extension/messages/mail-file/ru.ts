import type { Translation } from "@otklik/shared/messages/message";
import type { en } from "./en";

export const ru: Translation<typeof en> = {
  region: "Файлы писем",
  choose: "Из файла письма…",
  "choose.hint": "Письмо, сохранённое как .eml. Его можно и перетащить сюда или вставить.",
  drop: "Отпустите письмо здесь (.eml)",
  reading: "Читается…",
  drafts: {
    one: "{count}\u00a0письмо стало вырезкой.",
    few: "{count}\u00a0письма стали вырезками.",
    many: "{count}\u00a0писем стали вырезками.",
    other: "{count}\u00a0письма стали вырезками.",
  },

  mail: "Письмо",
  "mail.subject": "Тема письма",
  "mail.address": "Адрес почты",
  "mail.sent": "Отправлено",
  "mail.says": "В письме: {raw}",
  "mail.to": "Кому",
  "mail.id": "Message-ID",
  "mail.inReplyTo": "Ответ на",

  "refused.too-big":
    "больше {megabytes}\u00a0МБ, реестр такого не\u00a0принимает. Сохраните письмо без вложений.",
  "refused.empty": "файл пуст.",
  "refused.outlook-binary":
    "это .msg самого Outlook. Сохраните письмо как\u00a0.eml или вырежьте его в\u00a0веб-почте Outlook.",
  "refused.not-a-mail":
    "в файле нет заголовков письма (From, Date, Subject и других). Сохраните само письмо как .eml и попробуйте ещё раз.",
  "refused.broken": "письмо повреждено, прочесть его нельзя. Файл остался как был; скопируйте текст вручную.",
  "refused.failed": "браузер не\u00a0смог его сохранить. Файл остался как был; попробуйте ещё раз.",
};
