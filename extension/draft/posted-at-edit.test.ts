import type { PostedAt } from "@otklik/shared/complaint/clip";
import { describe, expect, it } from "vitest";
import { dayIn, localValue, precisionsFor, withDay, withMoment, withPrecision } from "./posted-at-edit";

const exact: PostedAt = { at: "2026-11-18T17:40:05.000Z", precision: "exact", raw: "вчера" };

describe("the time of posting, corrected by hand", () => {
  it("offers what the page knew more exactly, and nothing more exact than that", () => {
    expect(precisionsFor(exact)).toEqual(["exact", "minute", "day", "unknown"]);
    expect(precisionsFor({ at: null, precision: "unknown", raw: null })).toEqual([
      "minute",
      "day",
      "unknown",
    ]);
  });

  it("keeps the day and gives up the instant when only the day is sure", () => {
    const day = withPrecision(exact, "day", exact);
    expect(day).toMatchObject({ at: null, precision: "day" });
    expect(day.raw).toBe(localValue(exact.at)?.slice(0, 10));
  });

  it("is as captured again when the captured precision is chosen again", () => {
    expect(withPrecision(withPrecision(exact, "unknown", exact), "exact", exact)).toEqual(exact);
  });

  it("has the typed moment to the minute, and none when the field is emptied", () => {
    const typed = withMoment(exact, "2026-11-18T20:41");
    expect([localValue(typed.at), typed.precision, typed.raw]).toEqual([
      "2026-11-18T20:41",
      "minute",
      "вчера",
    ]);
    expect(withMoment(exact, "").at).toBeNull();
  });

  it.each([
    ["2026-11-18", "2026-11-18"],
    ["2026-11-18T20:40:05", "2026-11-18"],
    ["вчера", null],
    [null, null],
  ])("finds the day in %s", (raw, day) => {
    expect(dayIn(raw)).toBe(day);
  });

  it("keeps a typed day as the words", () => {
    expect([withDay("2026-11-18").raw, withDay("").raw]).toEqual(["2026-11-18", null]);
  });
});
