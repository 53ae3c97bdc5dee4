import type { Translation } from "../message";
import type { en } from "./en";

export const ru: Translation<typeof en> = {
  "topic.delivery": "Доставка",
  "topic.payment": "Оплата",
  "topic.quality": "Качество товара",
  "topic.staff": "Работа сотрудников",
  "topic.technical": "Технические неполадки",
  "topic.information": "Информирование",
  "topic.other": "Другое",
};
