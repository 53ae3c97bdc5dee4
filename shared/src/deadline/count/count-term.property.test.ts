import fc from "fast-check";
import { expect, it } from "vitest";
import { russia } from "../calendar/russia";
import { isOfficial } from "../calendar/work-calendar";
import { addDays } from "../time/local-day";
import type { IsoDate } from "../vocabulary";
import { countTerm } from "./count-term";

/*
 * A second implementation, as plain as it can be and of another make: it lists every day that is
 * not worked by JavaScript's own dates, and walks.
 */

const START = fc.integer({ min: 0, max: 4_000 }).map((days) => addDays("2023-06-01", days));
const LENGTH = fc.integer({ min: 1, max: 90 });

it("working days: the n-th worked day after the event", () => {
  fc.assert(
    fc.property(START, LENGTH, (startOn, n) => {
      const worked = daysAfter(startOn, 400).filter(isPlainlyWorked);
      expect(countTerm("working_day", { n, roll: "none" }, startOn, russia).dueOn).toBe(worked[n - 1]);
    }),
  );
});

it("calendar days: the n-th day after the event, or the first worked one from there on", () => {
  fc.assert(
    fc.property(START, LENGTH, (startOn, n) => {
      const dueOn = daysAfter(startOn, 400)
        .slice(n - 1)
        .find(isPlainlyWorked);
      expect(countTerm("calendar_day", { n, roll: "next" }, startOn, russia).dueOn).toBe(dueOn);
    }),
  );
});

it("calendar days rolled back: the last worked day up to the n-th", () => {
  fc.assert(
    fc.property(START, fc.integer({ min: 15, max: 90 }), (startOn, n) => {
      const dueOn = daysAfter(startOn, n).findLast(isPlainlyWorked);
      expect(countTerm("calendar_day", { n, roll: "previous" }, startOn, russia).dueOn).toBe(dueOn);
    }),
  );
});

it("calendar days without public holidays: the n-th day that is none, then rolled", () => {
  fc.assert(
    fc.property(START, LENGTH, (startOn, n) => {
      const days = daysAfter(startOn, 400);
      const last = days.filter((day) => !isHoliday(day))[n - 1] ?? "";
      const dueOn = days.find((day) => day >= last && isPlainlyWorked(day));
      const term = countTerm("calendar_day_without_public_holidays", { n, roll: "next" }, startOn, russia);
      expect(term.dueOn).toBe(dueOn);
    }),
  );
});

it("every term: days in order, as many counted as the rule says, the last of them or the roll is due", () => {
  const unit = fc.constantFrom("working_day", "calendar_day", "calendar_day_without_public_holidays");
  fc.assert(
    fc.property(unit, START, LENGTH, (unit, startOn, n) => {
      const { days, dueOn, provisional } = countTerm(unit, { n, roll: "next" }, startOn, russia);
      expect(days.filter((day) => day.counted)).toHaveLength(n);
      expect(days.map((day) => day.on)).toEqual([startOn, ...daysAfter(startOn, days.length - 1)]);
      expect(days.at(-1)?.on).toBe(dueOn);
      expect(isPlainlyWorked(dueOn)).toBe(true);
      // From 2025 on official years are followed by others only, so the last day tells.
      if (startOn >= "2025-01-01") expect(provisional).toBe(!isOfficial(dueOn, russia));
    }),
  );
});

it("a later event is never due earlier, and a longer term never ends earlier", () => {
  const unit = fc.constantFrom("working_day", "calendar_day", "calendar_day_without_public_holidays");
  fc.assert(
    fc.property(unit, START, LENGTH, (unit, startOn, n) => {
      const dueOn = (start: IsoDate, length: number) =>
        countTerm(unit, { n: length, roll: "next" }, start, russia).dueOn;
      expect(dueOn(addDays(startOn, 1), n) >= dueOn(startOn, n)).toBe(true);
      expect(dueOn(startOn, n + 1) >= dueOn(startOn, n)).toBe(true);
    }),
  );
});

function daysAfter(startOn: IsoDate, count: number): IsoDate[] {
  const [year, month, day] = startOn.split("-").map(Number) as [number, number, number];
  return Array.from({ length: count }, (_, i) =>
    new Date(Date.UTC(year, month - 1, day + 1 + i)).toISOString().slice(0, 10),
  );
}

function isPlainlyWorked(day: IsoDate): boolean {
  const year = russia.years[day.slice(0, 4)];
  const monthAndDay = day.slice(5);
  if (year?.work.includes(monthAndDay)) return true;
  const isWeekend = [0, 6].includes(new Date(day).getUTCDay());
  return !isWeekend && !isHoliday(day) && !year?.off.includes(monthAndDay);
}

function isHoliday(day: IsoDate): boolean {
  return russia.publicHolidays.days.includes(day.slice(5));
}
