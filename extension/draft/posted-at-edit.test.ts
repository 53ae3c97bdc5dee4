import type { PostedAt } from "@otklik/shared/complaint/clip";
import { describe, expect, it } from "vitest";
import { localDay, localValue, precisionsFor, withDay, withMoment, withPrecision } from "./posted-at-edit";

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
    expect(day).toMatchObject({ at: null, precision: "day", raw: "вчера" });
    expect(day.day).toBe(localValue(exact.at)?.slice(0, 10));
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
    ["told by the page", { day: "2026-11-18", raw: "18 ноября" }, "2026-11-18"],
    ["kept as the words by an earlier version", { raw: "2026-11-18" }, "2026-11-18"],
    ["not known", { raw: "вчера" }, null],
    ["not known and without words", { raw: null }, null],
  ])("finds the day that is %s", (_what, told, day) => {
    expect(localDay({ at: null, precision: "day", ...told })).toBe(day);
  });

  it("keeps a typed day beside the page's words", () => {
    expect(withDay("2026-11-18", "на днях")).toMatchObject({ day: "2026-11-18", raw: "на днях", at: null });
    expect(withDay("", "на днях")).not.toHaveProperty("day");
  });
});
