import type { Translation } from "../message";
import type { en } from "./en";

/** What is due is in the genitive: it is only said after «срок». */
export const ru: Translation<typeof en> = {
  "extension.title": "Новый срок {what}, обращение № {number}",
  "extension.greeting": "Здравствуйте.",
  "extension.dates":
    "Мы работаем над вашим обращением № {number}. Срок {what} был до {from}. Чтобы рассмотреть его по существу, нам нужно больше времени: новый срок — до {to} включительно.",
  "extension.reason": "Причина: {reason}",
  "extension.nothingToDo": "От вас ничего не требуется. Приносим извинения за то, что ждать придётся дольше.",
  "extension.close": "С уважением,\n{organisation}",

  "what.answer": "ответа",
  "what.first_response": "первого отклика",
  "what.term_notice": "уведомления о сроке",
  "what.triage": "первичного рассмотрения",
};
