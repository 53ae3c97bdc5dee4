import { sayFrom } from "@otklik/shared/messages/message";
import type { Locale } from "@otklik/shared/people/locale";

/** Words of the clip as the terminal shows it. */
export const sayReading = sayFrom({
  en: {
    none: "— ({reason})",
    adapter: "adapter",
    channel: "channel",
    address: "address",
    title: "title",
    key: "key",
    notes: "notes",
    narrative: "text",
    subject: "subject",
    author: "author",
    permalink: "link",
    postedAt: "posted",
    rating: "rating",
    thread: "thread",
    attachments: "attachments",
    mail: "mail",
    not_shown: "not shown",
    not_understood: "not understood",
    unclear_which: "unclear which",
    post_not_recognised: "no post recognised",
    reader_failed: "its reader failed",
    sure: "sure",
    likely: "likely",
    unsure: "unsure",
    roughly: "roughly",
    zone_assumed: "the zone of this machine is assumed",
    page_says: "the page says “{raw}”",
  },
  ru: {
    none: "— ({reason})",
    adapter: "адаптер",
    channel: "канал",
    address: "адрес",
    title: "заголовок",
    key: "ключ",
    notes: "замечания",
    narrative: "текст",
    subject: "тема",
    author: "автор",
    permalink: "ссылка",
    postedAt: "время",
    rating: "оценка",
    thread: "ветка",
    attachments: "вложения",
    mail: "письмо",
    not_shown: "не показано",
    not_understood: "не понято",
    unclear_which: "неясно, что из нескольких",
    post_not_recognised: "запись не распознана",
    reader_failed: "чтение не удалось",
    sure: "точно",
    likely: "вероятно",
    unsure: "под вопросом",
    roughly: "примерно",
    zone_assumed: "пояс взят этого компьютера",
    page_says: "на странице: «{raw}»",
  },
});

/** The language of the terminal: Russian where its environment says so, else English. */
export function terminalLocale(environment: Readonly<Record<string, string | undefined>>): Locale {
  const named = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "";
  return /^ru(?:[_.-]|$)/i.test(named) ? "ru" : "en";
}
