import type { Translation } from "../message";
import type { en } from "./en";

export const ru: Translation<typeof en> = {
  subject: "Решение о продлении срока: № {number}, {organisation}",
  text: "Здравствуйте, {name}.\n\nПо обращению № {number} ({organisation}) просят продлить срок, решение за вами. Сроки и причина видны по ссылке, там же можно решить без входа:\n\n{url}\n\nСсылка сработает один раз, от вашего имени, до {until}. Никому её не передавайте.",
};
