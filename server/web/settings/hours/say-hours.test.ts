import { describe, expect, it } from "vitest";
import { openMinutes, sayHours, sayIntervals } from "./say-hours";

const plain = [{ from: "09:00", to: "18:00" }];
const split = [
  { from: "09:00", to: "13:00" },
  { from: "14:00", to: "18:00" },
];
const night = [{ from: "22:00", to: "06:00" }];
const whole = [{ from: "00:00", to: "24:00" }];
const fiveDays = (hours: typeof plain) => [hours, hours, hours, hours, hours, [], []];

describe("sayHours", () => {
  it.each([
    [
      "days alike are said together",
      "en",
      fiveDays(split),
      "Mon–Fri 09:00–13:00, 14:00–18:00; Sat, Sun closed. Open 40 hours a week.",
    ],
    [
      "in Russian",
      "ru",
      fiveDays(split),
      "Пн–пт 09:00–13:00, 14:00–18:00; сб, вс закрыто. Открыто 40 часов в неделю.",
    ],
    [
      "a closed day between",
      "en",
      [plain, [], plain, plain, plain, [], []],
      "Mon 09:00–18:00; Tue closed; Wed–Fri 09:00–18:00; Sat, Sun closed. Open 36 hours a week.",
    ],
    [
      "nights",
      "en",
      fiveDays(night),
      "Mon–Fri 22:00–06:00 the next day; Sat, Sun closed. Open 40 hours a week.",
    ],
    ["round the clock", "en", Array(7).fill(whole), "Open round the clock, every day of the week."],
    [
      "never open",
      "ru",
      Array(7).fill([]),
      "Закрыто всю неделю: рабочих часов не наступает, и считать в них нельзя.",
    ],
  ] as const)("%s", (_what, locale, week, sentence) => {
    expect(sayHours(locale, { week })).toBe(sentence);
  });
});

describe("openMinutes", () => {
  it.each([
    ["a plain week", fiveDays(plain), 45 * 60],
    ["half hours", fiveDays([{ from: "09:00", to: "17:30" }]), 42.5 * 60],
    ["every night, Sunday's ends on Monday", Array(7).fill(night), 56 * 60],
    [
      "a night that runs into the morning's hours counts once",
      [night, [{ from: "05:00", to: "07:00" }], [], [], [], [], []],
      9 * 60,
    ],
    [
      "Sunday's night into Monday's hours",
      [[{ from: "05:00", to: "07:00" }], [], [], [], [], [], night],
      9 * 60,
    ],
    ["round the clock", Array(7).fill(whole), 168 * 60],
    ["closed", Array(7).fill([]), 0],
  ])("%s", (_what, week, minutes) => {
    expect(openMinutes(week)).toBe(minutes);
  });
});

it.each([
  [[], "closed"],
  [whole, "round the clock"],
  [[{ from: "00:00", to: "23:59" }], "00:00–23:59"],
])("%o: %s", (intervals, words) => {
  expect(sayIntervals("en", intervals)).toBe(words);
});
