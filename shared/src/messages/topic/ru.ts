import type { Translation } from "../message";
import type { en } from "./en";

export const ru: Translation<typeof en> = {
  delivery: "Доставка",
  payment: "Оплата",
  quality: "Качество товара",
  staff: "Работа сотрудников",
  technical: "Технические неполадки",
  information: "Информирование",
  other: "Другое",
};
