import { describe, expect, it } from "vitest";
import type { TraceStep } from "../../complaint/complaint";
import { russia } from "../calendar/russia";
import { countCalendarDays } from "../count/count-calendar-days";
import { countMonths } from "../count/count-months";
import { countWorkingDays } from "../count/count-working-days";
import { exceptionsOf, stripOf } from "./trace-strip";

/** Each day as its number and a sign: e event, + counted, - not counted, ! due. */
function drawn(trace: readonly TraceStep[], dueOn: string): string[] {
  const sign = { event: "e", counted: "+", off: "-" } as const;
  return stripOf(trace, dueOn).map(
    ({ days, isAfterGap }) =>
      (isAfterGap ? "… " : "") +
      days
        .map((day) => (day === null ? "··" : `${day.on.slice(8)}${sign[day.state]}${day.isDue ? "!" : ""}`))
        .join(" "),
  );
}

describe("the weeks of a term", () => {
  it("a working Saturday is counted in the week of its event", () => {
    const { days, dueOn } = countWorkingDays("2025-10-31", 1, russia);
    expect(drawn(days, dueOn)).toEqual(["·· ·· ·· ·· 31e 01+! ··"]);
  });

  it("days off stand between the event and the day that counts", () => {
    const { days, dueOn } = countWorkingDays("2025-12-30", 1, russia);
    expect(drawn(days, dueOn)).toEqual([
      "·· 30e 31- 01- 02- 03- 04-",
      "05- 06- 07- 08- 09- 10- 11-",
      "12+! ·· ·· ·· ·· ·· ··",
    ]);
  });

  it("a last calendar day that is not worked is counted, and the due date stands where it rolled", () => {
    const { days, dueOn } = countCalendarDays("2025-12-30", 10, "next", russia);
    expect(drawn(days, dueOn)).toEqual([
      "·· 30e 31+ 01+ 02+ 03+ 04+",
      "05+ 06+ 07+ 08+ 09+ 10- 11-",
      "12-! ·· ·· ·· ·· ·· ··",
    ]);
  });

  it("a term rolled back ends on a day that it counted", () => {
    const { days, dueOn } = countCalendarDays("2026-03-02", 5, "previous", russia);
    expect(drawn(days, dueOn)).toEqual(["02e 03+ 04+ 05+ 06+! 07+ ··"]);
  });

  it("of a term in months only the weeks of its ends are there, and no day is numbered", () => {
    const { days, dueOn } = countMonths("2026-01-31", 1, "next", russia);
    expect(drawn(days, dueOn)).toEqual([
      "·· ·· ·· ·· ·· 31e ··",
      "… ·· ·· ·· ·· ·· 28+ 01-",
      "02-! ·· ·· ·· ·· ·· ··",
    ]);
    expect(stripOf(days, dueOn).flatMap((week) => week.days.map((day) => day?.ordinal ?? null))).toEqual(
      Array(21).fill(null),
    );
  });

  it("numbers the counted days alone", () => {
    const { days, dueOn } = countWorkingDays("2026-03-05", 2, russia);
    const ordinals = stripOf(days, dueOn)
      .flatMap((week) => week.days)
      .map((day) => day?.ordinal ?? null)
      .filter((ordinal) => ordinal !== null);
    expect(ordinals).toEqual([1, 2]);
  });

  it.each([
    ["a term in hours", [{ on: "2026-03-02", reason: "run.clock", counted: true, act: null }]],
    [
      "a term in business hours, with the days on which nobody worked",
      [
        { on: "2026-03-01", reason: "day.weekend", counted: false, act: null },
        {
          on: "2026-03-02",
          reason: "hours.open",
          counted: true,
          act: null,
          span: { from: "2026-03-02T06:00:00.000Z", to: "2026-03-02T07:00:00.000Z" },
        },
      ],
    ],
    ["an unknown trace", []],
  ])("%s has none", (_case, trace) => {
    expect(stripOf(trace, "2026-03-02")).toEqual([]);
  });
});

describe("days unlike the plain week", () => {
  const step = (on: string, reason: string, act: string | null): TraceStep => ({
    on,
    reason,
    counted: false,
    act,
  });

  it("are joined while day follows day with one reason and one act", () => {
    const trace = [
      step("2026-01-01", "day.publicHoliday", "A"),
      step("2026-01-02", "day.publicHoliday", "A"),
      step("2026-01-09", "day.dayOff", "B"),
      step("2026-01-10", "day.weekend", null),
    ];
    expect(exceptionsOf(trace)).toEqual([
      { from: "2026-01-01", to: "2026-01-02", reason: "day.publicHoliday", act: "A" },
      { from: "2026-01-09", to: "2026-01-09", reason: "day.dayOff", act: "B" },
    ]);
  });

  it("a forecast is told though there is no act yet", () => {
    expect(exceptionsOf([step("2027-11-05", "day.dayOff", null)])).toEqual([
      { from: "2027-11-05", to: "2027-11-05", reason: "day.dayOff", act: null },
    ]);
  });

  it.each([
    ["another day lies between", step("2026-01-03", "day.publicHoliday", "A")],
    ["the act is another", step("2026-01-02", "day.publicHoliday", "B")],
    ["the reason is another", step("2026-01-02", "day.dayOff", "A")],
  ])("are apart when %s", (_case, second) => {
    expect(exceptionsOf([step("2026-01-01", "day.publicHoliday", "A"), second])).toHaveLength(2);
  });
});
