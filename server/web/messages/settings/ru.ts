import type { Translation } from "@otklik/shared/messages/message";
import type { en } from "./en";

export const ru: Translation<typeof en> = {
  title: "Настройки",
  toComplaints: "К обращениям",
  skipToPage: "Перейти к настройкам",
  "page.calendar": "Календарь",
  "page.hours": "Рабочие часы",
  "page.files": "Загрузка и выгрузка",
  "page.publishing": "Публикация и пересчёт",
  "page.regulation": "Регламент",
};
