import { describe, expect, it } from "vitest";
import { readIntervals, readTime, type TypedInterval } from "./read-intervals";

describe("readTime", () => {
  it.each([
    ["9", "09:00"],
    ["09", "09:00"],
    ["9:30", "09:30"],
    ["9.30", "09:30"],
    ["930", "09:30"],
    ["0930", "09:30"],
    [" 18:00 ", "18:00"],
    ["0", "00:00"],
    ["23:59", "23:59"],
  ])("%o is %s", (typed, time) => {
    expect(readTime(typed, false)).toBe(time);
  });

  it.each(["", "24", "24:00", "25", "9:60", "9:5", "nine", "-9", "12345", "9:30 pm"])(
    "%o is none",
    (typed) => {
      expect(readTime(typed, false)).toBeNull();
    },
  );

  it.each([
    ["24", "24:00"],
    ["24:00", "24:00"],
    ["24:01", null],
  ])("as an end %o is %s", (typed, time) => {
    expect(readTime(typed, true)).toBe(time);
  });
});

describe("readIntervals", () => {
  it.each([
    ["a closed day", [], []],
    ["a plain day", ["9–18"], ["09:00–18:00"]],
    ["lunch between", ["9–13", "14–18"], ["09:00–13:00", "14:00–18:00"]],
    ["in any order", ["14–18", "9–13"], ["09:00–13:00", "14:00–18:00"]],
    ["a night", ["22–6"], ["22:00–06:00"]],
    ["a night after a day", ["22–6", "9–18"], ["09:00–18:00", "22:00–06:00"]],
    ["round the clock", ["0–24"], ["00:00–24:00"]],
    ["up to midnight", ["18–24"], ["18:00–24:00"]],
  ])("%s", (_what, lines, intervals) => {
    expect(readIntervals(typedOf(lines))).toEqual({ kind: "read", intervals: typedOf(intervals) });
  });

  it.each([
    ["not a time", ["9–x"], ["not-a-time"]],
    ["nothing typed", ["–"], ["not-a-time"]],
    ["no length", ["9–9"], ["empty"]],
    ["midnight to midnight, which might be nothing or all", ["0–0"], ["empty"]],
    ["one within the other", ["9–18", "12–13"], [null, "overlap"]],
    ["one within the other, typed first", ["12–13", "9–18"], ["overlap", null]],
    ["the same twice", ["9–18", "9–18"], [null, "overlap"]],
    ["no pause between", ["9–13", "13–18"], [null, "touches"]],
    ["a night that begins before another", ["20–6", "22–23"], ["night-not-last", null]],
    ["only the wrong line is wrong", ["9–13", "x–18"], [null, "not-a-time"]],
  ])("%s", (_what, lines, faults) => {
    expect(readIntervals(typedOf(lines))).toEqual({ kind: "wrong", faults });
  });

  function typedOf(lines: readonly string[]): TypedInterval[] {
    return lines.map((line) => {
      const [from = "", to = ""] = line.split("–");
      return { from, to };
    });
  }
});
