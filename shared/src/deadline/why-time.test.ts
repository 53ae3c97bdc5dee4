import { describe, expect, it } from "vitest";
import { type BusinessCalendarParts, businessCalendar } from "../../../tests/support/business-calendar";
import type { TraceStep } from "../complaint/complaint";
import { russia } from "./calendar/russia";
import type { WorkCalendar } from "./calendar/work-calendar";
import type { Pause } from "./count/pauses";
import { countLimit } from "./due";
import type { DueDate } from "./due-date";
import { type Regulation, type TimeLimit, toDueRule } from "./regulation/regulation";
import { traceOf } from "./why";

const MOSCOW = "Europe/Moscow";

describe("why business time ends when it does", () => {
  it.for<readonly [string, string, string, number, readonly string[], BusinessCalendarParts?]>([
    ["within one stretch", "1-5 09:00-18:00", "2026-11-23 10:00", 60, ["11-23 + hours.open 10:00-11:00"]],
    [
      "with lunch between",
      "1-5 09:00-13:00 14:00-18:00",
      "2026-11-23 12:00",
      120,
      ["11-23 + hours.open 12:00-13:00", "11-23 + hours.open 14:00-15:00"],
    ],
    [
      "after hours, over a weekend",
      "1-5 09:00-18:00",
      "2026-11-20 18:40",
      60,
      [
        "11-20 - hours.closed",
        "11-21 - day.weekend",
        "11-22 - day.weekend",
        "11-23 + hours.open 09:00-10:00",
      ],
    ],
    [
      "over a day off, and a date that is closed",
      "1-5 09:00-18:00",
      "2026-11-23 17:00",
      120,
      [
        "11-23 + hours.open 17:00-18:00",
        "11-24 - day.dayOff (Act of 2026)",
        "11-25 - hours.closed",
        "11-26 + hours.open 09:00-10:00",
      ],
      { off: ["2026-11-24"], dates: { "2026-11-25": "" } },
    ],
    [
      "on a short day",
      "1-5 09:00-18:00",
      "2026-04-29 17:00",
      120,
      ["04-29 + hours.open 17:00-18:00", "04-30 + hours.shortDay 09:00-10:00"],
      { short: ["2026-04-30"] },
    ],
    [
      "own hours of a short day are its own",
      "1-5 09:00-18:00",
      "2026-04-30 09:00",
      60,
      ["04-30 + hours.open 09:00-10:00"],
      { short: ["2026-04-30"], dates: { "2026-04-30": "09:00-10:00" } },
    ],
    [
      "on a Saturday worked by decree",
      "1-5 09:00-18:00",
      "2025-10-31 17:30",
      60,
      ["10-31 + hours.open 17:30-18:00", "11-01 + hours.open (Act of 2025) 09:00-09:30"],
      { work: ["2025-11-01"], workingWeekend: "09:00-14:00" },
    ],
    [
      "through a night",
      "1-5 22:00-06:00",
      "2026-11-23 21:00",
      180,
      ["11-23 + hours.open 22:00-24:00", "11-24 + hours.open 00:00-01:00"],
    ],
  ])("%s", ([_what, week, startAt, minutes, said, parts]) => {
    expect(why(businessCalendar(week, parts), "business_minute", minutes, startAt)).toEqual(said);
  });

  it("tells a whole day as one stretch, though it is counted by days of UTC", () => {
    const always = businessCalendar("1-7 00:00-24:00");
    expect(why(always, "business_hour", 30, "2026-11-23 12:00")).toEqual([
      "11-23 + hours.open 12:00-24:00",
      "11-24 + hours.open 00:00-18:00",
    ]);
  });

  it("tells what stood still within the hours", () => {
    const pauses = [["2026-11-23 12:00", "2026-11-25 10:00"]] as const;
    const calendar = businessCalendar("1-5 09:00-13:00 14:00-18:00");
    expect(why(calendar, "business_hour", 4, "2026-11-23 11:00", pauses)).toEqual([
      "11-23 + hours.open 11:00-12:00",
      "11-23 - hours.paused 12:00-13:00",
      "11-23 - hours.paused 14:00-18:00",
      "11-24 - hours.paused 09:00-13:00",
      "11-24 - hours.paused 14:00-18:00",
      "11-25 - hours.paused 09:00-10:00",
      "11-25 + hours.open 10:00-13:00",
    ]);
  });

  it("leaves out a day that the zone leaves out", () => {
    const { due, regulation } = counted(russia, "business_hour", 10, "2011-12-29T23:00:00Z", "Pacific/Apia");
    const days = traceOf(due, regulation, russia, "Pacific/Apia").map(({ on }) => on);
    expect(days.slice(0, 3)).toEqual(["2011-12-29", "2011-12-31", "2012-01-01"]);
  });
});

describe("why minutes and hours end when they do", () => {
  it("tells the stretches that passed and those that did not", () => {
    const pauses = [["2026-11-23 12:00", "2026-11-24 12:30"]] as const;
    expect(why(russia, "hour", 3, "2026-11-23 11:00", pauses)).toEqual([
      "11-23 + run.clock 11:00-12:00",
      "11-23 - hours.paused 12:00-12:30",
      "11-24 + run.clock 12:30-14:30",
    ]);
  });
});

describe("why days end when they do", () => {
  it("tells the days suspended", () => {
    const pauses = [["2026-11-24 12:00", "2026-11-25 12:00"]] as const;
    expect(why(russia, "working_day", 2, "2026-11-23 11:00", pauses)).toEqual([
      "11-23 - day.event (Civil Code art. 191)",
      "11-24 + day.working",
      "11-25 - day.paused",
      "11-26 + day.working",
    ]);
  });

  it("tells the last day that goes on after a pause", () => {
    const pauses = [["2026-11-24 12:00", "2026-11-28 12:00"]] as const;
    expect(why(russia, "working_day", 1, "2026-11-23 11:00", pauses)).toEqual([
      "11-23 - day.event (Civil Code art. 191)",
      "11-24 + day.working",
      "11-25 - day.paused",
      "11-26 - day.paused",
      "11-27 - day.paused",
      "11-28 - day.weekend",
      "11-29 - day.weekend",
      "11-30 - term.afterPause",
    ]);
  });
});

describe("what a trace does not explain", () => {
  it.each<[string, (due: DueDate) => DueDate]>([
    [
      "a date that was extended",
      (due) => ({ ...due, dueOn: "2026-12-01", dueAt: "2026-12-01T21:00:00.000Z" }),
    ],
    ["an instant of another zone", (due) => ({ ...due, dueAt: "2026-11-24T20:00:00.000Z" })],
    ["another day", (due) => ({ ...due, dueOn: "2026-11-25" })],
  ])("%s", (_what, change) => {
    const { due, regulation } = counted(russia, "working_day", 1, "2026-11-23T08:00:00Z", MOSCOW);
    expect(traceOf(due, regulation, russia, MOSCOW)).not.toEqual([]);
    expect(traceOf(change(due), regulation, russia, MOSCOW)).toEqual([]);
  });

  it("a date counted with pauses, without them", () => {
    const pauses = [{ from: "2026-11-23T09:00:00Z", to: "2026-11-24T09:00:00Z" }];
    const { due, regulation } = counted(russia, "working_day", 1, "2026-11-23T08:00:00Z", MOSCOW, pauses);
    expect(traceOf(due, regulation, russia, MOSCOW, pauses)).not.toEqual([]);
    expect(traceOf(due, regulation, russia, MOSCOW)).toEqual([]);
  });
});

/** A trace in Moscow, a line for each step: day, whether it counted, reason, act and stretch. */
function why(
  calendar: WorkCalendar,
  unit: TimeLimit["unit"],
  n: number,
  startAt: string,
  localPauses: readonly (readonly [string, string])[] = [],
): string[] {
  const pauses = localPauses.map(([from, to]) => ({ from: inMoscow(from), to: inMoscow(to) }));
  const { due, regulation } = counted(calendar, unit, n, inMoscow(startAt), MOSCOW, pauses);
  return traceOf(due, regulation, calendar, MOSCOW, pauses).map(sayStep);
}

function sayStep({ on, counted, reason, act, span }: TraceStep): string {
  const said = `${on.slice(5)} ${counted ? "+" : "-"} ${reason}${act === null ? "" : ` (${act})`}`;
  if (span === undefined) return said;
  const to = timeOf(span.to);
  return `${said} ${timeOf(span.from)}-${to === "00:00" ? "24:00" : to}`;
}

function counted(
  calendar: WorkCalendar,
  unit: TimeLimit["unit"],
  n: number,
  startAt: string,
  zone: string,
  pauses: readonly Pause[] = [],
): { due: DueDate; regulation: Regulation } {
  const limit: TimeLimit = {
    id: "tried",
    clock: "answer",
    family: "service",
    appliesTo: {},
    unit,
    n,
    from: "received",
    roll: "next",
    end: "day_end",
    pausable: true,
    priority: 0,
    extension: null,
    basis: { act: "Act", clause: null, url: null, checkedOn: "2026-11-21" },
  };
  const regulation: Regulation = { name: "tried", version: 1, timeLimits: [limit] };
  const end = countLimit(limit, startAt, { calendar, zone, pauses });
  const rule = toDueRule(limit, regulation);
  return { due: { clock: "answer", ...end, startAt, calendarVersion: calendar.version, rule }, regulation };
}

function inMoscow(time: string): string {
  return new Date(`${time.replace(" ", "T")}:00+03:00`).toISOString();
}

function timeOf(instant: string): string {
  return new Date(Date.parse(instant) + 3 * 3_600_000).toISOString().slice(11, 16);
}
