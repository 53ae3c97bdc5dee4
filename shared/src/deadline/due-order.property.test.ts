import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyCase, DAYS, type RandomTerm } from "../../../tests/support/random-terms";
import type { TraceStep } from "../complaint/complaint";
import { isOfficial, LONGEST_REST_DAYS, type WorkCalendar } from "./calendar/work-calendar";
import { countLimit } from "./due";
import type { DueDate } from "./due-date";
import { type Regulation, type TimeLimit, toDueRule } from "./regulation/regulation";
import { addDays } from "./time/local-day";
import { localDateOf } from "./time/zone";
import { TIME_UNITS } from "./vocabulary";
import { traceOf } from "./why";

/** The same terms each time: a failure comes of what was changed. Another seed by hand finds others. */
const RUNS = { numRuns: 60, seed: 20_261_121 };
const MINUTE = 60_000;

describe("order of due dates", () => {
  it("what is received later is never due earlier, in any unit and with any roll", () => {
    const later = fc.integer({ min: 1, max: 5 * 24 * 60 });
    fc.assert(
      fc.property(anyCase(TIME_UNITS, false), later, ({ calendar, zone, terms }, minutes) => {
        for (const { limit, startAt } of terms) {
          const laterAt = new Date(Date.parse(startAt) + minutes * MINUTE).toISOString();
          const [one, other] = [startAt, laterAt].map(
            (at) => countLimit(limit, at, { calendar, zone }).dueAt,
          );
          expect(one !== undefined && other !== undefined && one <= other).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it("a longer term never ends earlier", () => {
    fc.assert(
      fc.property(anyCase(TIME_UNITS, true), ({ calendar, zone, terms }) => {
        for (const { limit, startAt, pauses } of terms) {
          const [one, other] = [limit.n, limit.n + 1].map(
            (n) => countLimit({ ...limit, n }, startAt, { calendar, zone, pauses }).dueAt,
          );
          expect(one !== undefined && other !== undefined && one <= other).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it("a term that has stood still never ends while it does, nor earlier than without", () => {
    fc.assert(
      fc.property(anyCase(TIME_UNITS, true), ({ calendar, zone, terms }) => {
        for (const { limit, startAt, pauses } of terms) {
          const { dueAt } = countLimit(limit, startAt, { calendar, zone, pauses });
          expect(dueAt >= countLimit(limit, startAt, { calendar, zone }).dueAt).toBe(true);
          expect(pauses.some(({ from, to }) => from < dueAt && dueAt < to)).toBe(false);
        }
      }),
      RUNS,
    );
  });

  /*
   * With a roll to the day before, one day off more does move a date back: that is what the rule asks for. And who
   * is open on days off is open longer on a short day that becomes one.
   */
  it("TIME-06 one holiday more never makes a date earlier, unless it rolls back", () => {
    const distance = fc.integer({ min: 0, max: 15 });
    fc.assert(
      fc.property(anyCase(TIME_UNITS, false), distance, fc.boolean(), (random, days, isPublic) => {
        const calendar: WorkCalendar = {
          ...random.calendar,
          hours: { ...random.calendar.hours, onDaysOff: "closed" },
        };
        const near = localDateOf(random.terms[0]?.startAt ?? "", random.zone);
        const more = withDayOff(addDays(near, days), calendar, isPublic);
        for (const { limit, startAt } of random.terms) {
          if (limit.roll === "previous") continue;
          const before = countLimit(limit, startAt, { calendar, zone: random.zone });
          expect(
            countLimit(limit, startAt, { calendar: more, zone: random.zone }).dueAt >= before.dueAt,
          ).toBe(true);
        }
      }),
      RUNS,
    );
  });
});

describe("what a due date says of itself", () => {
  it("its last moment is on its last day", () => {
    fc.assert(
      fc.property(anyCase(TIME_UNITS, true), ({ calendar, zone, terms }) => {
        for (const { limit, startAt, pauses } of terms) {
          const { dueAt, dueOn } = countLimit(limit, startAt, { calendar, zone, pauses });
          const last = localDateOf(new Date(Date.parse(dueAt) - 1).toISOString(), zone);
          // A day that the zone leaves out ends when the day before it does.
          expect([dueOn, addDays(dueOn, -1)]).toContain(last);
        }
      }),
      RUNS,
    );
  });

  it("its trace counts as much as the rule says, and ends with it", () => {
    fc.assert(
      fc.property(anyCase(TIME_UNITS, true), ({ calendar, zone, terms }) => {
        for (const term of terms) {
          const trace = traceFor(term, calendar, zone);
          const { unit, n } = term.limit;
          if (unit === "month" || unit === "year")
            expect(trace.filter(({ counted }) => counted)).toHaveLength(1);
          else if (isOf(unit, DAYS)) {
            expect(trace.filter(({ counted }) => counted)).toHaveLength(unit === "week" ? 7 * n : n);
          } else expect(minutesCounted(trace)).toBe(unit.endsWith("hour") ? 60 * n : n);
        }
      }),
      RUNS,
    );
  });

  it("within the official years it is never provisional", () => {
    fc.assert(
      fc.property(anyCase(TIME_UNITS, true), ({ calendar, zone, terms }) => {
        const years = Object.entries(calendar.years).map(
          ([year, data]) => [year, { ...data, status: "official" }] as const,
        );
        const official: WorkCalendar = { ...calendar, years: Object.fromEntries(years) };
        for (const { limit, startAt, pauses } of terms) {
          const { dueOn, provisional } = countLimit(limit, startAt, { calendar: official, zone, pauses });
          // A term that rolls back has asked about the days after its end.
          const last = limit.roll === "previous" ? addDays(dueOn, LONGEST_REST_DAYS) : dueOn;
          const ends = [localDateOf(startAt, zone), last, addDays(dueOn, -LONGEST_REST_DAYS)];
          if (ends.every((day) => isOfficial(day, official))) expect(provisional).toBe(false);
        }
      }),
      RUNS,
    );
  });
});

function withDayOff(day: string, calendar: WorkCalendar, isPublic: boolean): WorkCalendar {
  const [year, monthAndDay] = [day.slice(0, 4), day.slice(5)];
  const { publicHolidays, years } = calendar;
  const data = years[year];
  if (isPublic || data === undefined) {
    return {
      ...calendar,
      publicHolidays: { ...publicHolidays, days: [...publicHolidays.days, monthAndDay] },
    };
  }
  return { ...calendar, years: { ...years, [year]: { ...data, off: [...data.off, monthAndDay] } } };
}

function traceFor({ limit, startAt, pauses }: RandomTerm, calendar: WorkCalendar, zone: string): TraceStep[] {
  const rule: TimeLimit = {
    ...limit,
    id: "random",
    clock: "answer",
    appliesTo: {},
    from: "received",
    priority: 0,
    extension: null,
    basis: { act: "Act", clause: null, url: null, checkedOn: "2026-11-21" },
  };
  const regulation: Regulation = { name: "random", version: 1, timeLimits: [rule] };
  const due: DueDate = {
    clock: "answer",
    ...countLimit(limit, startAt, { calendar, zone, pauses }),
    startAt,
    calendarVersion: calendar.version,
    rule: toDueRule(rule, regulation),
  };
  return traceOf(due, regulation, calendar, zone, pauses);
}

function minutesCounted(trace: readonly TraceStep[]): number {
  const spans = trace.flatMap(({ counted, span }) => (counted && span !== undefined ? [span] : []));
  return spans.reduce((sum, { from, to }) => sum + Date.parse(to) - Date.parse(from), 0) / MINUTE;
}

function isOf<Value extends string>(value: string, values: readonly Value[]): value is Value {
  return values.some((one) => one === value);
}
