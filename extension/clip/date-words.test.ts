import { describe, expect, it } from "vitest";
import { leastTime } from "../../tests/support/least-time";
import { timeInWords } from "./date-words";

/** A Sunday, 15:30 in Moscow. */
const NOW = { now: new Date("2026-11-22T12:30:00Z"), zone: "Europe/Moscow" };

describe("so long ago", () => {
  it.each([
    ["2 ч. назад", "2026-11-22T10:30:00.000Z"],
    ["2 ч. 21 мин. назад", "2026-11-22T10:09:00.000Z"],
    ["час назад", "2026-11-22T11:30:00.000Z"],
    ["полчаса назад", "2026-11-22T12:00:00.000Z"],
    ["около трёх", null],
    ["две минуты назад", "2026-11-22T12:28:00.000Z"],
    ["5 минут назад", "2026-11-22T12:25:00.000Z"],
    ["только что", "2026-11-22T12:30:00.000Z"],
    ["3 дн. назад", "2026-11-19T12:30:00.000Z"],
    ["2 нед.", "2026-11-08T12:30:00.000Z"],
    ["месяц назад", "2026-10-22T12:30:00.000Z"],
    ["3h", "2026-11-22T09:30:00.000Z"],
    ["2 days ago", "2026-11-20T12:30:00.000Z"],
    ["about an hour ago", "2026-11-22T11:30:00.000Z"],
    ["just now", "2026-11-22T12:30:00.000Z"],
    ["1 year ago", "2025-11-22T12:30:00.000Z"],
    ["через 2 часа", null],
    ["in 5 minutes", null],
    ["час", null],
    ["991 год", null],
  ])("%s → %s", (words, at) => {
    expect(timeInWords(words, NOW)).toEqual(at === null ? null : { at, precision: "relative" });
  });

  it("of a month is the last day of a shorter one", () => {
    const now = new Date("2026-03-31T12:00:00Z");
    expect(timeInWords("1 month ago", { ...NOW, now })?.at).toBe("2026-02-28T12:00:00.000Z");
  });
});

describe("a day with a time", () => {
  it.each([
    ["вчера в 21:40", "2026-11-21T18:40:00.000Z"],
    ["Сегодня в 11:20", "2026-11-22T08:20:00.000Z"],
    ["сегодня, 00:00", "2026-11-21T21:00:00.000Z"],
    ["позавчера, 9:05", "2026-11-20T06:05:00.000Z"],
    ["18.11.2026 20:40", "2026-11-18T17:40:00.000Z"],
    ["20:40 18.11.26", "2026-11-18T17:40:00.000Z"],
    ["18.11 в 20:40", "2026-11-18T17:40:00.000Z"],
    ["Опубликовано: 18 ноября 2026, 20:40", "2026-11-18T17:40:00.000Z"],
    ["Posted on: 18 Nov 2026, 20:40", "2026-11-18T17:40:00.000Z"],
    ["answered Nov 18, 2026 at 20:40", "2026-11-18T17:40:00.000Z"],
    ["8 янв. 2025 г., 21:40", "2025-01-08T18:40:00.000Z"],
    ["Ср, 18 ноября 2026 г. в 20:40", "2026-11-18T17:40:00.000Z"],
    ["Jan 8, 2025 at 9:40 PM", "2025-01-08T18:40:00.000Z"],
    ["9:40 PM · Jan 8, 2025", "2025-01-08T18:40:00.000Z"],
    ["12:05 AM, 8 January 2025", "2025-01-07T21:05:00.000Z"],
    ["Опубликовано 18 ноября в 20:40", "2026-11-18T17:40:00.000Z"],
    ["2026-11-18 20:40", "2026-11-18T17:40:00.000Z"],
    ["18/11/2026, 8pm", "2026-11-18T17:00:00.000Z"],
    ["в пятницу в 20:40", "2026-11-20T17:40:00.000Z"],
    ["Monday at 9:40 AM", "2026-11-16T06:40:00.000Z"],
    ["31 декабря в 23:00", "2025-12-31T20:00:00.000Z"],
  ])("%s → %s, in the browser's zone", (words, at) => {
    expect(timeInWords(words, NOW)).toEqual({ at, precision: "minute", zoneKnown: false });
  });

  it.each([
    ["18.11.2026 20:40:05 UTC+03:00", { at: "2026-11-18T17:40:05.000Z", precision: "exact" }],
    ["Nov 18, 2026, 8:40 PM GMT-05:30", { at: "2026-11-19T02:10:00.000Z", precision: "minute" }],
    ["18.11.2026 20:40:05 UTC", { at: "2026-11-18T20:40:05.000Z", precision: "exact" }],
    ["18.11.2026 20:40 МСК", { at: "2026-11-18T17:40:00.000Z", precision: "minute" }],
    ["18 Nov 2026 20:40 (GMT+5)", { at: "2026-11-18T15:40:00.000Z", precision: "minute" }],
    ["Wed Nov 18 20:40:05 CET 2026", { at: "2026-11-18T19:40:05.000Z", precision: "exact" }],
    ["Wed Nov 18 20:40:05 EST 2026", { at: "2026-11-19T01:40:05.000Z", precision: "exact" }],
    ["Sat Jul 18 20:40:05 PDT 2026", { at: "2026-07-19T03:40:05.000Z", precision: "exact" }],
    ["Wed, 18 Nov 2026 20:40:05 +0300", { at: "2026-11-18T17:40:05.000Z", precision: "exact" }],
  ])("%s is in the zone that it names", (words, told) => {
    expect(timeInWords(words, NOW)).toEqual(told);
  });

  it.each([
    "Wed Nov 18 20:40:05 CST 2026",
    "Wed Nov 18 20:40:05 CDT 2026",
    "Wed, 18 Nov 2026 20:40:05 (PST)",
  ])("%s names a zone of two countries, so that it is not known", (words) => {
    expect(timeInWords(words, NOW)).toEqual({
      at: "2026-11-18T17:40:05.000Z",
      precision: "exact",
      zoneKnown: false,
    });
  });
});

describe("a day alone", () => {
  it.each([
    ["сегодня", "2026-11-22"],
    ["вчера", "2026-11-21"],
    ["8 янв. 2025 г.", "2025-01-08"],
    ["May 8, 2021", "2021-05-08"],
    ["8th of May 2021", "2021-05-08"],
    ["8 мая", "2026-05-08"],
    ["31 декабря", "2025-12-31"],
    ["22 ноября", "2026-11-22"],
    ["29 февраля", "2024-02-29"],
    ["8 янв '25", "2025-01-08"],
    ["8 янв 97", "1997-01-08"],
    ["2026.11.18", "2026-11-18"],
    ["18.11.26", "2026-11-18"],
    ["11/18/2026", "2026-11-18"],
  ])("%s → %s, no instant", (words, day) => {
    expect(timeInWords(words, NOW)).toEqual({ at: null, precision: "day", day });
  });
});

it.each([
  ["either number may be the month", "03/04/2026"],
  ["of today's name a week ago or today", "в воскресенье в 20:40"],
  ["which Tuesday", "в прошлый вторник"],
  ["no time of day", "вторник"],
  ["no day", "ноябрь 2026"],
  ["a time without a day", "21:40"],
  ["two times", "18 ноября, 10:00–11:00"],
  ["a day that is not", "31 апреля 2026"],
  ["a day that is not, in figures", "31.04.2026"],
  ["an hour that is not", "вчера в 25:40"],
  ["an hour that is not before noon", "Jan 8, 2025 13:40 PM"],
  ["it lies ahead", "18.11.2027 20:40"],
  ["a word that is not understood", "изменено вчера в 21:40"],
  ["a sentence", `вчера ${"очень ".repeat(30)}`],
  ["nothing", " "],
  ["signs", "·"],
])("tells nothing where there is %s: %s", (_rule, words) => {
  expect(timeInWords(words, NOW)).toBeNull();
});

it.each([
  "2026-11-18 ".repeat(9_000),
  "1".repeat(100_000),
  "a m".repeat(30),
  "(+03".repeat(24),
  "1:1".repeat(33),
])("is quick also with words that are made to be slow", async (words) => {
  expect(await leastTime(100, () => expect(timeInWords(words, NOW)).toBeNull())).toBeLessThan(100);
});

it("knows that a day has an hour less where the clocks go forward", () => {
  const berlin = { now: new Date("2026-06-01T00:00:00Z"), zone: "Europe/Berlin" };
  expect(timeInWords("29.03.2026 01:59", berlin)?.at).toBe("2026-03-29T00:59:00.000Z");
  expect(timeInWords("29.03.2026 02:30", berlin)?.at).toBe("2026-03-29T01:30:00.000Z");
  expect(timeInWords("29.03.2026 03:00", berlin)?.at).toBe("2026-03-29T01:00:00.000Z");
  expect(timeInWords("25.10.2025 02:30", berlin)?.at).toBe("2025-10-25T00:30:00.000Z");
});
