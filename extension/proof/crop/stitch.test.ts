import { describe, expect, it } from "vitest";
import { cutOf, nextRows } from "./stitch";

const PICTURE = { width: 1000, height: 700 };

describe("the rows that a look adds", () => {
  it.each([
    ["all of a post in view", 0, 300, { top: 100, bottom: 400 }, 100, { from: 0, to: 300, isGapless: true }],
    [
      "what stands above the fold",
      0,
      900,
      { top: 64, bottom: 700 },
      64,
      { from: 0, to: 636, isGapless: true },
    ],
    ["what comes next", 636, 900, { top: 64, bottom: 700 }, -572, { from: 636, to: 900, isGapless: true }],
    ["rows that a header hides", 0, 300, { top: 64, bottom: 300 }, 0, { from: 0, to: 300, isGapless: false }],
    ["less than a row", 299.5, 300, { top: 0, bottom: 300 }, 0, null],
    ["nothing new", 300, 900, { top: 0, bottom: 300 }, 0, null],
  ])("%s", (_rule, done, height, clear, top, rows) => {
    expect(nextRows(done, height, clear, top)).toEqual(rows);
  });
});

describe("a strip in device pixels", () => {
  it.each([
    [
      "as it is",
      { from: 0, to: 200, post: { x: 10, y: 20 } },
      1,
      { x: 10, y: 20, width: 300, height: 200, down: 0 },
    ],
    [
      "on a dense screen",
      { from: 0, to: 200, post: { x: 10, y: 20 } },
      2,
      { x: 20, y: 40, width: 600, height: 400, down: 0 },
    ],
    [
      "further down",
      { from: 600, to: 900, post: { x: 0, y: -536 } },
      1,
      { x: 0, y: 64, width: 300, height: 300, down: 600 },
    ],
    [
      "cut at the picture's lower edge",
      { from: 0, to: 900, post: { x: 0, y: 100 } },
      1,
      { x: 0, y: 100, width: 300, height: 600, down: 0 },
    ],
    [
      "cut at the picture's left edge",
      { from: 0, to: 10, post: { x: -100, y: 0 } },
      1,
      { x: 0, y: 0, width: 200, height: 10, down: 0 },
    ],
  ])("%s", (_rule, strip, scale, cut) => {
    expect(cutOf(strip, scale, PICTURE, 300)).toEqual(cut);
  });

  it("shares its edge with its neighbour at a scale that leaves parts of pixels", () => {
    const scale = 1.25;
    const upper = cutOf({ from: 0, to: 333, post: { x: 0, y: 0 } }, scale, PICTURE, 300);
    const lower = cutOf({ from: 333, to: 500, post: { x: 0, y: -333 } }, scale, PICTURE, 300);
    expect(upper.down + upper.height).toBe(lower.down);
  });
});
