import { describe, expect, it } from "vitest";
import { type BusinessCalendarParts, businessCalendar } from "../../../../tests/support/business-calendar";
import { russia } from "../calendar/russia";
import { countBusinessTime } from "./count-business-time";

/** What is tried, hours, start and minutes, end, in Moscow; other parts of the calendar. */
type Row = readonly [string, string, string, number, string, BusinessCalendarParts?];

const NINE_TO_SIX = "1-5 09:00-18:00";
const SPLIT = "1-5 09:00-13:00 14:00-18:00";
const NIGHTS = "1-5 22:00-06:00";
const ALWAYS = "1-7 00:00-24:00";

describe.each<[string, readonly Row[]]>([
  [
    "hours of a day, in Moscow",
    [
      ["starts when it opens", SPLIT, "2026-11-23 08:59:59", 1, "2026-11-23 09:01"],
      ["starts within the hours", SPLIT, "2026-11-23 09:00:30", 1, "2026-11-23 09:01:30"],
      ["lunch does not count", SPLIT, "2026-11-23 12:30", 60, "2026-11-23 14:30"],
      ["from within lunch", SPLIT, "2026-11-23 13:30", 60, "2026-11-23 15:00"],
      ["used up when lunch begins", SPLIT, "2026-11-23 12:00", 60, "2026-11-23 13:00"],
      ["used up when it closes", SPLIT, "2026-11-23 17:00", 60, "2026-11-23 18:00"],
      ["a minute more is tomorrow", SPLIT, "2026-11-23 17:00", 61, "2026-11-24 09:01"],
      ["from the moment it closes", SPLIT, "2026-11-23 18:00", 1, "2026-11-24 09:01"],
      ["milliseconds are kept", SPLIT, "2026-11-23 09:00:00.123", 60, "2026-11-23 10:00:00.123"],
      ["Friday evening to Monday", SPLIT, "2026-11-20 18:40", 240, "2026-11-23 13:00"],
      [
        "three intervals a day",
        "1-5 08:00-10:00 11:00-13:00 15:00-17:00",
        "2026-11-23 09:00",
        300,
        "2026-11-23 17:00",
      ],
      ["no day off in the week", "1-7 10:00-22:00", "2026-11-21 21:00", 120, "2026-11-22 11:00"],
    ],
  ],
  [
    "nights, in Moscow",
    [
      ["over midnight", NIGHTS, "2026-11-23 23:30", 60, "2026-11-24 00:30"],
      ["to the morning", NIGHTS, "2026-11-23 22:00", 480, "2026-11-24 06:00"],
      ["into the next night", NIGHTS, "2026-11-23 22:00", 481, "2026-11-24 22:01"],
      ["Friday's night ends on Saturday", NIGHTS, "2026-11-20 23:00", 420, "2026-11-21 06:00"],
      ["Saturday has no night", NIGHTS, "2026-11-20 23:00", 421, "2026-11-23 22:01"],
      ["Monday has no early hours", NIGHTS, "2026-11-23 01:00", 1, "2026-11-23 22:01"],
      ["until midnight", "1-5 20:00-00:00", "2026-11-23 20:00", 300, "2026-11-24 21:00"],
      [
        "a night that meets the morning's hours",
        "1-5 09:00-12:00 22:00-10:00",
        "2026-11-24 08:00",
        240,
        "2026-11-24 12:00",
      ],
      [
        "the night before a holiday ends on it",
        NIGHTS,
        "2026-11-24 23:00",
        480,
        "2026-11-26 23:00",
        { off: ["2026-11-25"] },
      ],
    ],
  ],
  [
    "always open",
    [
      ["over a weekend", ALWAYS, "2026-11-20 18:00", 2_880, "2026-11-22 18:00"],
      ["closed on days off", ALWAYS, "2026-11-20 18:00", 720, "2026-11-23 06:00", { weekend: [6, 7] }],
      [
        "open on days off",
        ALWAYS,
        "2026-11-20 18:00",
        720,
        "2026-11-21 06:00",
        { weekend: [6, 7], onDaysOff: "open" },
      ],
    ],
  ],
  [
    "days of the calendar, in Moscow",
    [
      [
        "a day off in the middle",
        NINE_TO_SIX,
        "2026-11-03 17:00",
        120,
        "2026-11-05 10:00",
        { off: ["2026-11-04"] },
      ],
      [
        "a worked Saturday without hours of its own",
        NINE_TO_SIX,
        "2025-10-31 17:00",
        120,
        "2025-11-01 11:00",
        { work: ["2025-11-01"], workingWeekend: "10:00-16:00" },
      ],
      [
        "a worked Saturday with the hours of its weekday",
        "1-5 09:00-18:00; 6 12:00-15:00",
        "2025-10-31 17:00",
        120,
        "2025-11-01 13:00",
        { weekend: [6, 7], work: ["2025-11-01"], workingWeekend: "10:00-16:00" },
      ],
      [
        "a worked Saturday for which no hours are known",
        NINE_TO_SIX,
        "2025-10-31 17:00",
        120,
        "2025-11-03 10:00",
        { work: ["2025-11-01"] },
      ],
      [
        "a short day ends an hour earlier",
        NINE_TO_SIX,
        "2026-04-30 16:30",
        60,
        "2026-05-01 09:30",
        { short: ["2026-04-30"] },
      ],
      [
        "a short day cuts the time after lunch",
        "1-5 09:00-13:00 14:00-14:30",
        "2026-04-30 12:30",
        60,
        "2026-05-01 09:30",
        { short: ["2026-04-30"] },
      ],
      ["a short night", NIGHTS, "2026-11-23 22:00", 421, "2026-11-24 22:01", { short: ["2026-11-23"] }],
      [
        "a date's own hours stand over a day off",
        NINE_TO_SIX,
        "2026-11-20 17:00",
        120,
        "2026-11-21 13:00",
        { dates: { "2026-11-21": "12:00-14:00" } },
      ],
      [
        "a date's own hours stand over a short day",
        NINE_TO_SIX,
        "2026-04-30 16:30",
        60,
        "2026-04-30 17:30",
        { short: ["2026-04-30"], dates: { "2026-04-30": "09:00-18:00" } },
      ],
      [
        "a date that is closed",
        NINE_TO_SIX,
        "2026-11-23 17:00",
        120,
        "2026-11-25 10:00",
        { dates: { "2026-11-24": "" } },
      ],
      [
        "59 days closed",
        "1 09:00-10:00",
        "2026-01-05 09:30",
        60,
        "2026-03-02 09:30",
        {
          off: [
            "2026-01-12",
            "2026-01-19",
            "2026-01-26",
            "2026-02-02",
            "2026-02-09",
            "2026-02-16",
            "2026-02-23",
          ],
        },
      ],
    ],
  ],
])("%s", (_what, rows) => {
  it.for(rows)("%s: open %s, %s + %i min → %s", ([_case, week, startAt, minutes, dueAt, parts]) => {
    expect(endOf(week, startAt, minutes, parts)).toBe(inMoscow(dueAt).toISOString());
  });
});

describe("what business time cannot be counted by", () => {
  it.each([
    ["a week that is closed", "", {}],
    [
      "60 days closed",
      "1 09:00-10:00",
      {
        off: [
          "2026-11-30",
          "2026-12-07",
          "2026-12-14",
          "2026-12-21",
          "2026-12-28",
          "2027-01-04",
          "2027-01-11",
          "2027-01-18",
          "2027-01-25",
        ],
      },
    ],
    ["every day a day off", "1-5 09:00-18:00", { weekend: [1, 2, 3, 4, 5, 6, 7] }],
  ] satisfies [string, string, BusinessCalendarParts][])(
    "%s is an error, not a loop",
    (_what, week, parts) => {
      const count = () => endOf(week, "2026-11-23 10:00", 60, parts);
      expect(count).toThrow(/no open minute within 60 days/);
      expect(count).toThrow(RangeError);
    },
  );

  it("a term that ten years are too short for is an error", () => {
    const hourAWeek = businessCalendar("1 09:00-10:00");
    expect(() =>
      countBusinessTime(Date.parse("2026-11-23T00:00:00Z"), 600, "business_hour", hourAWeek, "UTC"),
    ).toThrow(/ten years/);
  });

  it.each([0, -1, 1.5, 3_661, Number.NaN])("a length of %s is refused", (length) => {
    expect(() => countBusinessTime(0, length, "business_minute", businessCalendar(ALWAYS), "UTC")).toThrow(
      RangeError,
    );
  });

  it("a zone that does not exist is refused", () => {
    const always = businessCalendar(ALWAYS);
    expect(() => countBusinessTime(0, 1, "business_minute", always, "Europe/Moskva")).toThrow(RangeError);
  });
});

describe("which business time is provisional", () => {
  it.each([
    ["within the official years", "2026-12-29 10:00", 8, false],
    ["the last hour of the last official day", "2026-12-30 10:00", 8, false],
    ["over their end", "2026-12-30 10:00", 9, true],
    ["within a forecast year", "2027-02-19 10:00", 1, true],
    ["from a year without data into an official one", "2024-12-31 17:30", 1, true],
  ])("%s: %s + %i h is %s", (_what, startAt, hours, provisional) => {
    const term = countBusinessTime(
      inMoscow(startAt).getTime(),
      hours,
      "business_hour",
      russia,
      "Europe/Moscow",
    );
    expect(term.provisional).toBe(provisional);
  });
});

function endOf(week: string, startAt: string, minutes: number, parts: BusinessCalendarParts = {}): string {
  const start = inMoscow(startAt).getTime();
  const calendar = businessCalendar(week, parts);
  return countBusinessTime(start, minutes, "business_minute", calendar, "Europe/Moscow").dueAt;
}

function inMoscow(time: string): Date {
  return new Date(`${time}+03:00`);
}
