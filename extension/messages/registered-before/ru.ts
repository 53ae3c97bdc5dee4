import type { Translation } from "@otklik/shared/messages/message";
import type { en } from "./en";

export const ru: Translation<typeof en> = {
  same: "Уже зарегистрировано",
  similar: "Похоже на",
  owed: "{who}, {clock} {due}",
  closed: "{who}, закрыто",
  nobody: "исполнителя нет",
  add: "Добавить к нему",
  addTo: "Добавить к {number}",
  goOn: "Продолжить: зарегистрировать новое",
  notAsked: "Сервер не отвечает: зарегистрировано ли это уже, неизвестно.",

  "page.ask": "Что с этой страницы зарегистрировано?",
  "page.asking": "Смотрим…",
  "page.notReadable": "Эту страницу прочитать нельзя. Нажмите на ней кнопку расширения и спросите снова.",
  "page.noPosts": "На странице не видно постов с собственным идентификатором.",
  "page.notPaired": "Расширение не подключено к серверу.",
  "page.none": {
    one: "{count} пост на этой странице, он не зарегистрирован.",
    few: "{count} поста на этой странице, ни один не зарегистрирован.",
    many: "{count} постов на этой странице, ни один не зарегистрирован.",
    other: "{count} поста на этой странице, ни один не зарегистрирован.",
  },
  "page.some": {
    one: "Зарегистрирован {count} из {posts}:",
    few: "Зарегистрированы {count} из {posts}:",
    many: "Зарегистрировано {count} из {posts}:",
    other: "Зарегистрировано {count} из {posts}:",
  },
};
