import type { BusinessHours, Interval } from "@otklik/shared/deadline/calendar/business-hours";
import {
  type CalendarYear,
  type WorkCalendar,
  YEAR_STATUSES,
} from "@otklik/shared/deadline/calendar/work-calendar";
import type { Pause } from "@otklik/shared/deadline/count/pauses";
import type { CountedLimit } from "@otklik/shared/deadline/due";
import type { Weekday } from "@otklik/shared/deadline/time/local-day";
import { ROLLS, TERM_ENDS, type TimeUnit } from "@otklik/shared/deadline/vocabulary";
import fc from "fast-check";
import { dayIndex, dayText } from "./naive-wall";

/*
 * Random rules, calendars, zones, starts and pauses. Terms are short, for they are counted once more minute by
 * minute; starts lie near clock changes as often as anywhere.
 */

const MINUTE = 60_000;
const DAY = 86_400_000;

export const anyZone = fc.constantFrom(
  "Europe/Moscow",
  "Europe/Berlin",
  "America/Sao_Paulo",
  "America/New_York",
  "America/St_Johns",
  "Australia/Sydney",
  "Australia/Lord_Howe",
  "Africa/Cairo",
  "Asia/Kathmandu",
  "Pacific/Apia",
  "UTC",
);

/** Where clocks have jumped, gone back, or zones have changed. */
const CHANGES = [
  "2011-03-26T23:00:00Z",
  "2014-10-25T22:00:00Z",
  "2026-03-29T01:00:00Z",
  "2026-10-25T01:00:00Z",
  "2018-02-18T02:00:00Z",
  "2018-11-04T03:00:00Z",
  "2026-11-01T06:00:00Z",
  "2010-11-07T02:31:00Z",
  "2010-03-14T03:31:00Z",
  "2026-04-04T16:00:00Z",
  "2026-10-03T16:00:00Z",
  "2026-04-23T22:00:00Z",
  "2026-10-29T21:00:00Z",
  "2011-12-30T10:00:00Z",
].map((change) => Date.parse(change));

/** Milliseconds since the epoch. */
const anyInstant = fc.oneof(
  fc
    .integer({ min: Date.UTC(2010, 0, 4) / 1_000, max: Date.UTC(2029, 11, 28) / 1_000 })
    .map((s) => s * 1_000),
  fc.constantFrom(...CHANGES),
);

const LONGEST: Readonly<Record<TimeUnit, number>> = {
  minute: 600,
  hour: 30,
  business_minute: 900,
  business_hour: 15,
  working_day: 15,
  calendar_day: 40,
  calendar_day_without_public_holidays: 20,
  week: 5,
  month: 5,
  year: 1,
};

export const DAYS = [
  "working_day",
  "calendar_day",
  "calendar_day_without_public_holidays",
  "week",
  "month",
  "year",
] as const;

/** A rule in one of the units. */
export function anyLimit(...units: readonly TimeUnit[]): fc.Arbitrary<CountedLimit> {
  return fc.constantFrom(...units).chain((unit) =>
    fc.record({
      unit: fc.constant(unit),
      n: fc.integer({ min: 1, max: LONGEST[unit] }),
      roll: fc.constantFrom(...ROLLS),
      end: fc.constantFrom(...TERM_ENDS),
      family: fc.constant("service" as const),
      pausable: fc.constant(true),
    }),
  );
}

/** Something that a term hangs on, beside calendar and zone. */
export interface RandomTerm {
  readonly limit: CountedLimit;
  readonly startAt: string;
  readonly pauses: readonly Pause[];
}

/** A calendar and a zone, and terms that begin within some days of each other. */
export interface RandomCase {
  readonly calendar: WorkCalendar;
  readonly zone: string;
  readonly terms: readonly RandomTerm[];
}

/** How many terms a random case has. */
export const TERMS_OF_CASE = 10;

/** Any term of these units with its calendar, hours and, where they may be, pauses. */
export function anyCase(units: readonly TimeUnit[], mayPause: boolean): fc.Arbitrary<RandomCase> {
  return anyInstant.chain((near) => {
    const start = fc
      .integer({ min: -4 * DAY, max: 4 * DAY })
      .map((distance) => new Date(near + distance).toISOString());
    const term = start.chain((startAt) =>
      fc.record({
        limit: anyLimit(...units),
        startAt: fc.constant(startAt),
        pauses: mayPause ? anyPauses(startAt) : fc.constant([]),
      }),
    );
    return fc.record({
      calendar: anyCalendar(new Date(near).toISOString().slice(0, 10)),
      zone: anyZone,
      terms: fc.array(term, { minLength: TERMS_OF_CASE, maxLength: TERMS_OF_CASE }),
    });
  });
}

/** Pauses from three days before a start to six weeks after it, most of them shorter than a week. */
export function anyPauses(startAt: string): fc.Arbitrary<Pause[]> {
  const start = Date.parse(startAt);
  const pause = fc
    .tuple(
      fc.integer({ min: (-3 * DAY) / MINUTE, max: (42 * DAY) / MINUTE }),
      fc.oneof(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: (7 * DAY) / MINUTE })),
      fc.integer({ min: 0, max: MINUTE - 1 }),
    )
    .map(([after, length, rest]) => {
      const from = start + after * MINUTE + rest;
      return { from: new Date(from).toISOString(), to: new Date(from + length * MINUTE).toISOString() };
    });
  return fc.array(pause, { minLength: 1, maxLength: 3 });
}

const MINUTES_OF_DAY = 1_440;

/** Hours of a day: apart from each other, and only the last over midnight. */
const anyIntervals: fc.Arbitrary<Interval[]> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 0, max: 47 }), { maxLength: 6 }),
    fc.boolean(),
    fc.integer({ min: 0, max: 29 }),
  )
  .map(([marks, isNight, shift]) => {
    const times = marks.sort((one, other) => one - other).map((mark) => mark * 30 + shift);
    const intervals: Interval[] = [];
    for (let place = 0; place + 1 < times.length; place += 2) {
      intervals.push({ from: clock(times[place] ?? 0), to: clock(times[place + 1] ?? 0) });
    }
    const last = intervals.at(-1);
    // Half of the time the last hours reach over midnight, up to an hour before the day's first.
    if (isNight && last !== undefined && (times[0] ?? 0) >= 60) {
      intervals[intervals.length - 1] = { from: last.from, to: clock((times[0] ?? 0) - 60) };
    }
    return intervals;
  });

function clock(minute: number): string {
  const pad = (part: number) => String(part).padStart(2, "0");
  return minute === MINUTES_OF_DAY ? "24:00" : `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
}

const NINE_TO_SIX: Interval[] = [{ from: "09:00", to: "18:00" }];
const SPLIT: Interval[] = [
  { from: "09:00", to: "13:00" },
  { from: "14:00", to: "18:00" },
];
const WHOLE: Interval[] = [{ from: "00:00", to: "24:00" }];

const anyDayHours = fc.oneof(
  fc.constantFrom(NINE_TO_SIX, SPLIT, WHOLE, [{ from: "22:00", to: "06:00" }]),
  anyIntervals,
);

/** Open for at least an hour on every Tuesday that is worked, so that every term ends. */
const anyWeek = fc
  .array(fc.oneof({ weight: 4, arbitrary: anyDayHours }, { weight: 1, arbitrary: fc.constant([]) }), {
    minLength: 7,
    maxLength: 7,
  })
  .map((week) => week.map((hours, place) => (place === 1 && hours.length === 0 ? NINE_TO_SIX : hours)));

function anyHours(near: string): fc.Arbitrary<BusinessHours> {
  return fc.record({
    week: anyWeek,
    workingWeekend: fc.oneof(fc.constant([]), anyDayHours),
    onDaysOff: fc.constantFrom("closed" as const, "open" as const),
    shortDayMinutes: fc.constantFrom(0, 30, 60, 120),
    dates: fc.dictionary(anyDayNear(near, 20), fc.oneof(fc.constant([]), anyDayHours), { maxKeys: 4 }),
  });
}

/** A date so many days before or after another. */
function anyDayNear(near: string, days: number): fc.Arbitrary<string> {
  return fc.integer({ min: -days, max: days }).map((distance) => dayText(dayIndex(near) + distance));
}

/** Lists of days, many of them near a date, for the years about it. */
function anyYears(near: string): fc.Arbitrary<Record<string, CalendarYear>> {
  const days = fc
    .array(anyDayNear(near, 60), { maxLength: 9 })
    .map((list) => [...new Set(list.map((day) => day.slice(5)))]);
  const year = fc.record({
    act: fc.constant(null),
    status: fc.constantFrom(...YEAR_STATUSES),
    holidays: days,
    off: days,
    work: days,
    short: days,
    regional: days.map((list) => Object.fromEntries(list.map((day) => [day, "Act of the region"]))),
  });
  const first = Number(near.slice(0, 4));
  const years = [first - 1, first, first + 1].map(String);
  return fc.dictionary(fc.constantFrom(...years), year, { maxKeys: 3 });
}

/** A calendar with days and hours of its own near a date. */
export function anyCalendar(near: string): fc.Arbitrary<WorkCalendar> {
  return fc.record({
    version: fc.constant("random"),
    country: fc.constant("ZZ"),
    weekend: fc.constantFrom<Weekday[]>([6, 7], [6, 7], [7], [5, 6], []),
    publicHolidays: fc.record({
      act: fc.constant("Act of holidays"),
      days: fc.array(
        anyDayNear(near, 40).map((day) => day.slice(5)),
        { maxLength: 8 },
      ),
    }),
    hours: anyHours(near),
    years: anyYears(near),
  });
}
