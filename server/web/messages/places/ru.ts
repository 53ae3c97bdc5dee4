import type { Translation } from "@otklik/shared/messages/message";
import type { en } from "./en";

export const ru: Translation<typeof en> = {
  label: "Страницы",
  toComplaints: "К обращениям",
  skipToPage: "Перейти к странице",
  "group.installation": "Установка",
  "group.dates": "Сроки",
  "group.extensions": "Расширения",
  "group.organisation": "Организация",
  "group.own": "Вы",
  "page.calendar": "Календарь",
  "page.hours": "Рабочие часы",
  "page.files": "Загрузка и выгрузка",
  "page.publishing": "Публикация и пересчёт",
  "page.regulation": "Регламент",
  "page.sites": "Сайты",
  "page.organisations": "Организации",
  "page.people": "Люди",
  "page.log": "Журнал",
  "page.account": "Ваш профиль",
  closed: "Эта страница вам не открыта",
  "closed.detail": "Ваши роли не дают её видеть: {roles}. Изменить их может администратор.",
  "closed.installation":
    "Она для тех, кто ведёт установку и создаёт организации. Роли в организации её не открывают.",
  "closed.platform":
    "Вы ведёте установку и не состоите ни в одной организации: эта страница для тех, кто состоит.",
};
