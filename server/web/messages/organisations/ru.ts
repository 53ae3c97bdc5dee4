import type { Translation } from "@otklik/shared/messages/message";
import type { en } from "./en";

export const ru: Translation<typeof en> = {
  title: "Организации",
  lead: "У каждой свой реестр, чужого она не видит. Обращений вы не видите ни у кого.",
  found: {
    one: "{count} организация",
    few: "{count} организации",
    many: "{count} организаций",
    other: "{count} организации",
  },
  "column.name": "Название",
  "column.zone": "Часовой пояс",
  "column.language": "Язык",
  "column.people": "Сотрудники",
  "column.created": "Создана",
  "none.title": "Организаций пока нет",
  "none.detail": "Создайте первую: её администратор получит ссылку и сделает остальное.",
  failed: "Не удалось загрузить организации",
  make: "Создать организацию",
  "make.organisation": "Организация",
  "make.name": "Название организации",
  "make.language": "Язык писем",
  "make.admin": "Первый администратор",
  "make.adminName": "Имя и фамилия",
  "make.email": "Электронная почта",
  "make.email.hint": "С ней администратор входит; на неё приглашение.",
  "make.send": "Создать и пригласить",
  "make.busy": "Создаём…",
  made: "Создана организация {name}",
};
