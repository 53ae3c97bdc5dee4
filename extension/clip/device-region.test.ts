import { expect, it } from "vitest";
import type { PostPlace } from "./captured-page";
import { deviceRegion, isPictureOf } from "./device-region";

const place: PostPlace = {
  box: { x: 10.2, y: 20.4, width: 100, height: 50 },
  viewport: { width: 1000, height: 700 },
  visual: { x: 0, y: 0, scale: 1 },
};

it.each([
  ["density 1, grown to whole pixels", place, 1, { x: 10, y: 20, width: 101, height: 51 }],
  ["density 2", place, 2, { x: 20, y: 40, width: 201, height: 101 }],
  [
    "a part above and left of the view is cut off",
    { ...place, box: { x: -50, y: -25, width: 100, height: 50 } },
    1,
    { x: 0, y: 0, width: 50, height: 25 },
  ],
  [
    "a part below and right of the view is cut off",
    { ...place, box: { x: 950, y: 690, width: 100, height: 50 } },
    1,
    { x: 950, y: 690, width: 50, height: 10 },
  ],
  [
    "pinch zoom shows a part of the page, larger",
    { ...place, visual: { x: 10, y: 20, scale: 2 }, box: { x: 20, y: 30, width: 100, height: 50 } },
    1,
    { x: 20, y: 20, width: 200, height: 100 },
  ],
  ["just below the view", { ...place, box: { x: 0, y: 700, width: 100, height: 50 } }, 1, null],
  ["not measured", { ...place, box: null }, 1, null],
])("%s", (_rule, at, density, expected) => {
  expect(deviceRegion(at, { width: 1000 * density, height: 700 * density })).toEqual(expected);
});

it("knows a picture that was taken while the window was resized", () => {
  expect(isPictureOf(place, { width: 1250, height: 875 })).toBe(true);
  expect(isPictureOf(place, { width: 640, height: 700 })).toBe(false);
});
