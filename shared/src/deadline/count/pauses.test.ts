import { describe, expect, it } from "vitest";
import { businessCalendar } from "../../../../tests/support/business-calendar";
import { russia } from "../calendar/russia";
import { type CountedLimit, countLimit } from "../due";
import type { DayUnit, IsoDate, Roll, TimeUnit } from "../vocabulary";
import { standstillsOf } from "./pauses";

const MOSCOW = "Europe/Moscow";

/** From and to, local times in Moscow. */
type LocalPause = readonly [string, string];
/** What is tried, unit, length, start, pauses, due; roll, unless it is to the next working day. */
type Row = readonly [string, DayUnit, number, string, readonly LocalPause[], IsoDate, Roll?];

describe("a term in days that stood still, in Moscow", () => {
  it.for<Row>([
    [
      "a pause within one day takes none",
      "working_day",
      2,
      "2026-11-23 10:00",
      [["2026-11-24 09:00", "2026-11-24 18:00"]],
      "2026-11-25",
    ],
    [
      "each midnight takes one",
      "working_day",
      2,
      "2026-11-23 10:00",
      [["2026-11-24 23:59", "2026-11-25 00:01"]],
      "2026-11-26",
    ],
    [
      "a weekend takes no working day",
      "working_day",
      2,
      "2026-11-20 10:00",
      [["2026-11-21 10:00", "2026-11-22 18:00"]],
      "2026-11-24",
    ],
    [
      "from Friday to Monday takes one working day",
      "working_day",
      2,
      "2026-11-19 10:00",
      [["2026-11-20 17:00", "2026-11-23 10:00"]],
      "2026-11-24",
    ],
    [
      "the same takes three calendar days",
      "calendar_day",
      10,
      "2026-11-16 10:00",
      [["2026-11-20 17:00", "2026-11-23 10:00"]],
      "2026-11-30",
    ],
    [
      "five days suspended",
      "working_day",
      3,
      "2026-11-16 10:00",
      [["2026-11-16 12:00", "2026-11-23 12:00"]],
      "2026-11-26",
    ],
    [
      "two pauses take what each takes",
      "working_day",
      3,
      "2026-11-23 10:00",
      [
        ["2026-11-25 10:00", "2026-11-26 10:00"],
        ["2026-11-23 12:00", "2026-11-24 12:00"],
      ],
      "2026-11-30",
    ],
    [
      "two pauses that overlap take it once",
      "working_day",
      3,
      "2026-11-23 10:00",
      [
        ["2026-11-23 12:00", "2026-11-25 12:00"],
        ["2026-11-24 12:00", "2026-11-25 10:00"],
      ],
      "2026-11-30",
    ],
    [
      "a pause on the last day: the rest of it when the pause is over",
      "working_day",
      2,
      "2026-11-23 10:00",
      [["2026-11-25 10:00", "2026-11-27 10:00"]],
      "2026-11-27",
    ],
    [
      "over on a Saturday: on the next working day",
      "working_day",
      2,
      "2026-11-23 10:00",
      [["2026-11-25 10:00", "2026-11-28 10:00"]],
      "2026-11-30",
    ],
    [
      "and once more on that day",
      "working_day",
      2,
      "2026-11-23 10:00",
      [
        ["2026-11-25 10:00", "2026-11-27 10:00"],
        ["2026-11-27 15:00", "2026-12-01 10:00"],
      ],
      "2026-12-01",
    ],
    [
      "begun when the term had run out",
      "working_day",
      2,
      "2026-11-23 10:00",
      [["2026-11-26 00:00", "2026-12-01 10:00"]],
      "2026-11-25",
    ],
    [
      "over before the event",
      "working_day",
      2,
      "2026-11-23 10:00",
      [["2026-11-16 10:00", "2026-11-20 10:00"]],
      "2026-11-25",
    ],
    [
      "begun before the event",
      "working_day",
      2,
      "2026-11-23 10:00",
      [["2026-11-20 10:00", "2026-11-24 10:00"]],
      "2026-11-26",
    ],
    [
      "longer than any rest that a calendar is believed",
      "working_day",
      2,
      "2026-02-02 10:00",
      [["2026-02-02 12:00", "2026-05-18 10:00"]],
      "2026-05-20",
    ],
    [
      "holidays that are left out are not taken twice",
      "calendar_day_without_public_holidays",
      3,
      "2025-11-01 10:00",
      [["2025-11-03 10:00", "2025-11-05 10:00"]],
      "2025-11-06",
    ],
    [
      "the last day rolls after the pause",
      "calendar_day",
      2,
      "2026-11-17 10:00",
      [["2026-11-18 10:00", "2026-11-20 10:00"]],
      "2026-11-23",
      "next",
    ],
    [
      "a pause that begins between the last day and where it rolls",
      "calendar_day",
      1,
      "2026-11-20 10:00",
      [["2026-11-22 10:00", "2026-11-25 10:00"]],
      "2026-11-25",
      "next",
    ],
    [
      "a pause on the day to which it rolls",
      "calendar_day",
      1,
      "2026-11-20 10:00",
      [["2026-11-23 10:00", "2026-11-25 10:00"]],
      "2026-11-25",
      "next",
    ],
    [
      "a roll back does not end within the pause",
      "calendar_day",
      2,
      "2026-11-19 10:00",
      [["2026-11-20 10:00", "2026-11-21 10:00"]],
      "2026-11-23",
      "previous",
    ],
    ["a week", "week", 1, "2026-11-16 10:00", [["2026-11-17 10:00", "2026-11-19 10:00"]], "2026-11-25"],
    [
      "a month is longer by the days suspended",
      "month",
      1,
      "2026-10-19 10:00",
      [["2026-10-20 10:00", "2026-10-23 10:00"]],
      "2026-11-23",
    ],
    ["a year too", "year", 1, "2025-03-03 10:00", [["2025-04-01 10:00", "2025-04-02 10:00"]], "2026-03-04"],
  ])("%s: %s %i from %s", ([_what, unit, n, startAt, pauses, dueOn, roll]) => {
    expect(due({ unit, n, roll: roll ?? "next" }, startAt, pauses)).toMatchObject({
      dueOn,
      dueAt: inMoscow(`${dueOn} 24:00`).toISOString(),
    });
  });

  it("closes with the organisation: a pause after hours on the last day comes too late", () => {
    const limit = { unit: "working_day", n: 2, end: "close_of_business" } as const;
    const late = due(limit, "2026-11-23 10:00", [["2026-11-25 18:00", "2026-11-27 10:00"]]);
    expect(late.dueAt).toBe(inMoscow("2026-11-25 18:00").toISOString());
    const inTime = due(limit, "2026-11-23 10:00", [["2026-11-25 17:59", "2026-11-27 10:00"]]);
    expect(inTime.dueAt).toBe(inMoscow("2026-11-27 18:00").toISOString());
    const untilEvening = due(limit, "2026-11-23 10:00", [["2026-11-25 17:59", "2026-11-27 19:00"]]);
    expect(untilEvening.dueAt).toBe(inMoscow("2026-11-30 18:00").toISOString());
  });
});

describe("a term in minutes and hours that stood still", () => {
  it.for<readonly [string, "minute" | "hour", number, string, readonly LocalPause[], string]>([
    [
      "as long as the pause",
      "hour",
      2,
      "2026-11-23 08:00",
      [["2026-11-23 09:00", "2026-11-23 10:05"]],
      "2026-11-23 11:05",
    ],
    [
      "over a weekend: all of it",
      "hour",
      24,
      "2026-11-20 12:00",
      [["2026-11-20 18:00", "2026-11-23 09:00"]],
      "2026-11-24 03:00",
    ],
    [
      "a pause that the first one leads to",
      "hour",
      2,
      "2026-11-23 08:00",
      [
        ["2026-11-23 09:00", "2026-11-23 10:00"],
        ["2026-11-23 10:30", "2026-11-23 11:00"],
      ],
      "2026-11-23 11:30",
    ],
    [
      "one that begins when it has run out",
      "hour",
      1,
      "2026-11-23 08:00",
      [["2026-11-23 09:00", "2026-11-23 10:00"]],
      "2026-11-23 09:00",
    ],
    [
      "one that began before the start",
      "minute",
      30,
      "2026-11-23 08:00",
      [["2026-11-23 07:00", "2026-11-23 08:10"]],
      "2026-11-23 08:40",
    ],
  ])("%s: %s %i from %s", ([_what, unit, n, startAt, pauses, dueAt]) => {
    expect(due({ unit, n }, startAt, pauses).dueAt).toBe(inMoscow(dueAt).toISOString());
  });
});

describe("which clocks stand still", () => {
  const pauses: LocalPause[] = [["2026-11-23 12:00", "2026-11-25 12:00"]];

  it.each<[TimeUnit]>([["hour"], ["business_hour"], ["working_day"], ["calendar_day"], ["month"]])(
    "a term in %ss only when its rule says so, and never a legal one",
    (unit) => {
      const running = due({ unit, n: 4 }, "2026-11-23 10:00", []);
      expect(due({ unit, n: 4 }, "2026-11-23 10:00", pauses)).not.toEqual(running);
      expect(due({ unit, n: 4, pausable: false }, "2026-11-23 10:00", pauses)).toEqual(running);
      expect(due({ unit, n: 4, family: "legal" }, "2026-11-23 10:00", pauses)).toEqual(running);
    },
  );

  it("is never asked of pauses that cannot be", () => {
    const reversed = [{ from: "2026-11-23T12:00:00Z", to: "2026-11-23T11:00:00Z" }];
    expect(() => standstillsOf(reversed)).toThrow(/pause 1 ends before it begins/);
    expect(() => standstillsOf([{ from: "noon", to: "2026-11-23T11:00:00Z" }])).toThrow(RangeError);
  });

  it("adds its days to a term of more years than could be passed day by day", () => {
    const pauses: LocalPause[] = [
      ["2026-11-23 12:00", "2026-11-25 12:00"],
      ["2030-02-28 12:00", "2030-03-01 12:00"],
    ];
    const counted = due({ unit: "year", n: 3_660, roll: "none" }, "2026-11-20 10:00", pauses);
    expect(counted.dueOn).toBe("5686-11-23");
  });

  it("waits for a long pause to end even where the organisation is seldom open", () => {
    const calendar = businessCalendar("1 09:00-10:00");
    const counting = {
      calendar,
      zone: "UTC",
      pauses: [{ from: "2026-11-23T08:00:00Z", to: "2027-11-22T08:00:00Z" }],
    };
    expect(countLimit(LIMIT, "2026-11-23T07:00:00Z", counting).dueAt).toBe("2027-11-22T10:00:00.000Z");
  });
});

const LIMIT: CountedLimit = {
  unit: "business_hour",
  n: 1,
  roll: "next",
  end: "day_end",
  family: "service",
  pausable: true,
};

function due(limit: Partial<CountedLimit>, startAt: string, pauses: readonly LocalPause[]) {
  return countLimit({ ...LIMIT, ...limit }, inMoscow(startAt).toISOString(), {
    calendar: russia,
    zone: MOSCOW,
    pauses: pauses.map(([from, to]) => ({
      from: inMoscow(from).toISOString(),
      to: inMoscow(to).toISOString(),
    })),
  });
}

function inMoscow(time: string): Date {
  return new Date(`${time.replace(" ", "T")}:00+03:00`);
}
