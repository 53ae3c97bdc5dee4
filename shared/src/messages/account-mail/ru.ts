import type { Translation } from "../message";
import type { en } from "./en";

export const ru: Translation<typeof en> = {
  "invitation.subject": "Приглашение в Otklik: {organisation}",
  "invitation.text":
    "Здравствуйте, {name}.\n\n{organisation} ведёт обращения в Otklik, и для вас открыт доступ. Задайте пароль по ссылке:\n\n{url}\n\nСсылка сработает один раз, до {until}. Если вы об этом ничего не знаете, делать ничего не нужно: без пароля под вашим именем никто не войдёт.",
  "password_reset.subject": "Новый пароль для Otklik: {organisation}",
  "password_reset.text":
    "Здравствуйте, {name}.\n\nДля вашего доступа к обращениям организации {organisation} запрошен новый пароль. Задайте его по ссылке:\n\n{url}\n\nСсылка сработает один раз, до {until}. Если это были не вы, делать ничего не нужно: пароль останется прежним.",
  "several.subject": "Новые пароли для Otklik",
  "several.text":
    "Здравствуйте.\n\nДля этого адреса запрошен новый пароль. С ним входят в реестры обращений нескольких организаций, и в каждой пароль свой. Задайте те, что нужны:\n\n{links}\n\nКаждая ссылка сработает один раз. Если это были не вы, делать ничего не нужно: пароли останутся прежними.",
  "several.password_reset": "{organisation}, {name}, до {until}:\n{url}",
  "several.invitation": "{organisation}, {name}, приглашение, до {until}:\n{url}",
};
