import type { Translation } from "@otklik/shared/messages/message";
import type { en } from "./en";

export const ru: Translation<typeof en> = {
  "health.title": "Как читаются сайты",
  "health.lead":
    "Что насчитали расширения организации за последние 14 дней: только числа, без слов и адресов. Худшие — сверху.",
  "health.none":
    "Пока ничего не насчитано. Первые числа придут в течение часа после первой вырезки с известного сайта.",
  "health.site": "Сайт",
  "health.read": "Прочитано записей",
  "health.fellBack": "Как любая страница",
  "health.narrative": "Текст",
  "health.author": "Автор",
  "health.permalink": "Ссылка",
  "health.postedAt": "Время",
  "health.empty": "нет данных",
  "corrections.title": "Поправки",
  "corrections.lead":
    "Если сайт изменился, его селекторы можно поправить здесь, не дожидаясь нового расширения. Расширения получат поправки за несколько минут. Это селекторы CSS, а не код; сайт с «disabled»: true читается как любая страница.",
  "corrections.example": "Например: {example}",
  "corrections.field": "Поправки по сайтам, JSON",
  "corrections.none": "Поправок нет.",
  "corrections.revision": "Редакция {revision}.",
  "corrections.save": "Сохранить",
  "corrections.saved": "Сохранено. Расширения получат это при следующем обновлении.",
  "corrections.download": "Скачать файлом",
  "corrections.upload": "Загрузить из файла",
  "corrections.onlyAdmin": "Менять их может только администратор.",
  "known.title": "Что можно поправить",
  "known.sites": "Сайты",
  "known.selectors": "Селекторы сайта",
  "wrong.json": "Это не JSON.",
  "wrong.shape": "Нужен перечень сайтов, как в примере.",
  "wrong.site": "Сайта «{site}» расширение не знает. Известные названы ниже.",
  "wrong.part": "В поправке сайта «{site}» бывают только selectors и disabled, а не «{name}».",
  "wrong.name": "Такого селектора у сайта «{site}» нет: «{name}». Какие есть, сказано ниже.",
  "wrong.value":
    "Для сайта «{site}» значение «{name}» не подходит: селектор — строка в кавычках, disabled — true или false.",
  "wrong.selector": "Для сайта «{site}» записано не по правилам CSS: «{name}».",
};
