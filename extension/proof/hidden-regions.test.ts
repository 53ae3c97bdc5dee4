import { LIMITS } from "@otklik/shared/complaint/limits";
import { expect, it } from "vitest";
import { besideOnScreenshot, fewEnough, hiddenOnCrop, hiddenOnScreenshot } from "./hidden-regions";

const post = { width: 100, height: 50 };
const part = { x: 10, y: 20, width: 30, height: 10 };
const place = {
  box: { x: 50, y: -10, ...post },
  viewport: { width: 400, height: 300 },
  visual: { x: 0, y: 0, scale: 1 },
};
const screenshot = { width: 800, height: 600, region: { x: 100, y: 0, width: 200, height: 80 }, place };

it("hides a part on the picture of the post, a pixel beyond its edges", () => {
  const picture = { width: 200, height: 100, post, scale: 2 };
  expect(hiddenOnCrop([part], { post }, picture)).toEqual([{ x: 19, y: 39, width: 62, height: 22 }]);
});

it("hides a part on the screenshot where the post begins above it, and all that is beside the post", () => {
  expect(hiddenOnScreenshot([part], { post }, screenshot)).toEqual([
    { x: 0, y: 80, width: 800, height: 520 },
    { x: 0, y: 0, width: 100, height: 80 },
    { x: 300, y: 0, width: 500, height: 80 },
    { x: 119, y: 19, width: 62, height: 22 },
  ]);
});

it.each([
  ["nothing where the post fills it", { x: 0, y: 0, width: 800, height: 600 }, []],
  [
    "a strip of one pixel",
    { x: 0, y: 0, width: 800, height: 599 },
    [{ x: 0, y: 599, width: 800, height: 1 }],
  ],
  ["what nobody knows where the post was not found", null, null],
])("the screenshot shows beside the post %s", (_what, region, beside) => {
  expect(besideOnScreenshot({ region, width: 800, height: 600 })).toEqual(beside);
});

it.each([
  [
    "the post had another size then",
    { ...screenshot, place: { ...place, box: { ...place.box, height: 60 } } },
  ],
  ["the page moved", { ...screenshot, place: null }],
  ["the post was out of view", { ...screenshot, region: null }],
])("cannot tell where a part stands when %s", (_why, shot) => {
  expect(hiddenOnScreenshot([part], { post }, shot)).toBeNull();
});

it("leaves nothing shown where there are more parts than the register takes", () => {
  const many = Array.from({ length: LIMITS.masks + 2 }, (_, y) => ({ x: 0, y: y * 10, width: 5, height: 5 }));
  const few = fewEnough(many);
  expect(few).toHaveLength(LIMITS.masks);
  expect(few.at(-1)).toEqual({ x: 0, y: (LIMITS.masks - 1) * 10, width: 5, height: 25 });
});
