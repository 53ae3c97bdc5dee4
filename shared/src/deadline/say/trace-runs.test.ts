import { describe, expect, it } from "vitest";
import { russia } from "../calendar/russia";
import { countCalendarDays } from "../count/count-calendar-days";
import { countWorkingDays } from "../count/count-working-days";
import { minutesOf, traceRuns } from "./trace-runs";

/** Each run as its days, its reason and the days of the term that it holds. */
const drawn = (trace: Parameters<typeof traceRuns>[0]) =>
  traceRuns(trace).map(({ from, to, reason, ordinals }) =>
    [
      from === to ? from.slice(5) : `${from.slice(5)}…${to.slice(5)}`,
      reason,
      ordinals?.join("–") ?? "-",
    ].join(" "),
  );

describe("runs of days", () => {
  it("join days that count for one reason, and number them", () => {
    expect(drawn(countWorkingDays("2026-03-05", 4, russia).days)).toEqual([
      "03-05 day.event -",
      "03-06 day.working 1–1",
      "03-07 day.weekend -",
      "03-08 day.publicHoliday -",
      "03-09 day.dayOff -",
      "03-10…03-12 day.working 2–4",
    ]);
  });

  it("keep every day of a term that rolls over a holiday", () => {
    expect(drawn(countCalendarDays("2025-12-30", 10, "next", russia).days)).toEqual([
      "12-30 day.event -",
      "12-31 day.dayOff 1–1",
      "01-01…01-08 day.publicHoliday 2–9",
      "01-09 day.dayOff 10–10",
      "01-10…01-11 day.weekend -",
      "01-12 roll.next -",
    ]);
  });

  it("do not join days that the count passed backwards", () => {
    expect(drawn(countCalendarDays("2026-03-02", 6, "previous", russia).days)).toEqual([
      "03-02 day.event -",
      "03-03…03-06 day.working 1–4",
      "03-07 day.weekend 5–5",
      "03-08 day.publicHoliday 6–6",
      "03-07 day.weekend -",
      "03-06 roll.previous -",
    ]);
  });
});

it("every stretch of time is a run of its own, and tells its minutes", () => {
  const stretch = (from: string, to: string) => ({
    on: "2026-03-02",
    reason: "hours.open",
    counted: true,
    act: null,
    span: { from: `2026-03-02T${from}:00.000Z`, to: `2026-03-02T${to}:00.000Z` },
  });
  const runs = traceRuns([stretch("06:00", "10:00"), stretch("11:00", "11:30")]);
  expect(runs.map(({ span, ordinals }) => [span && minutesOf(span), ordinals])).toEqual([
    [240, null],
    [30, null],
  ]);
});
