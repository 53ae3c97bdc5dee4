import type { Translation } from "@otklik/shared/messages/message";
import type { en } from "./en";

export const ru: Translation<typeof en> = {
  hint: "Щелчок или Enter — взять эту запись · пробел или Shift+щелчок — отметить несколько · стрелки или Tab — к другой · Esc — выйти",
  marked: "Отмечено: {marked} · Enter — взять их · пробел — отметить или снять · Esc — выйти",
  noAuthor: "Автор не указан",
  noWords: "Без текста",
  gone: "Отмеченная запись исчезла со страницы и снята.",
  full: "Больше записей в одно обращение не входит: {most} — предел.",
};
