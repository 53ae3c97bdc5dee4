import { describe, expect, it } from "vitest";
import { maskBetween, maskInMiddle, moveMask, resizeMask, SMALLEST_MASK } from "./masks";

const image = { width: 1000, height: 700 };
const mask = { x: 100, y: 100, width: 200, height: 50 };

describe("a drawn mask", () => {
  it.each([
    ["down and right", { x: 10, y: 20 }, { x: 110, y: 70 }, { x: 10, y: 20, width: 100, height: 50 }],
    ["up and left", { x: 110, y: 70 }, { x: 10, y: 20 }, { x: 10, y: 20, width: 100, height: 50 }],
    [
      "beyond the picture",
      { x: 900, y: 650 },
      { x: 1200, y: 900 },
      { x: 900, y: 650, width: 100, height: 50 },
    ],
    [
      "of the smallest size",
      { x: 0, y: 0 },
      { x: SMALLEST_MASK, y: SMALLEST_MASK },
      { x: 0, y: 0, width: SMALLEST_MASK, height: SMALLEST_MASK },
    ],
    ["one pixel smaller", { x: 0, y: 0 }, { x: SMALLEST_MASK - 1, y: 50 }, null],
  ])("%s", (_rule, one, other, expected) => {
    expect(maskBetween(one, other, image)).toEqual(expected);
  });
});

describe("a mask moved by keys", () => {
  it.each([
    ["moves", moveMask(mask, { x: 20, y: -20 }, image), { x: 120, y: 80, width: 200, height: 50 }],
    ["stops at the left edge", moveMask(mask, { x: -500, y: 0 }, image), { ...mask, x: 0 }],
    ["stops at the lower edge", moveMask(mask, { x: 0, y: 900 }, image), { ...mask, y: 650 }],
    ["grows", resizeMask(mask, { x: 20, y: 20 }, image), { ...mask, width: 220, height: 70 }],
    ["grows to the edge", resizeMask(mask, { x: 2000, y: 0 }, image), { ...mask, width: 900 }],
    [
      "shrinks to the smallest",
      resizeMask(mask, { x: -500, y: -500 }, image),
      { ...mask, width: SMALLEST_MASK, height: SMALLEST_MASK },
    ],
  ])("%s", (_rule, moved, expected) => {
    expect(moved).toEqual(expected);
  });
});

it("starts in the middle of the post, else of the picture", () => {
  expect(maskInMiddle(image, { x: 100, y: 100, width: 300, height: 80 })).toEqual({
    x: 200,
    y: 135,
    width: 100,
    height: 10,
  });
  expect(maskInMiddle(image, null)).toEqual({ x: 334, y: 306, width: 333, height: 88 });
});
