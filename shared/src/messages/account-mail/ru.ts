import type { Translation } from "../message";
import type { en } from "./en";

export const ru: Translation<typeof en> = {
  "invitation.subject": "Приглашение в Otklik: {organisation}",
  "invitation.text":
    "Здравствуйте, {name}.\n\n{organisation} ведёт обращения в Otklik, и для вас открыт доступ. Задайте пароль по ссылке:\n\n{url}\n\nСсылка сработает один раз, до {until}. Если вы об этом ничего не знаете, делать ничего не нужно: без пароля под вашим именем никто не войдёт.",
  "password_reset.subject": "Новый пароль для Otklik: {organisation}",
  "password_reset.text":
    "Здравствуйте, {name}.\n\nДля вашего доступа к обращениям организации {organisation} запрошен новый пароль. Задайте его по ссылке:\n\n{url}\n\nСсылка сработает один раз, до {until}. Если это были не вы, делать ничего не нужно: пароль останется прежним.",
};
