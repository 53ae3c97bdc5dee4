import { expect, it } from "vitest";
import { saySize } from "./index";

it.each([
  [0, "1\u00a0КБ", "1\u00a0kB"],
  [1_499, "1\u00a0КБ", "1\u00a0kB"],
  [999_000, "999\u00a0КБ", "999\u00a0kB"],
  [1_000_000, "1\u00a0МБ", "1\u00a0MB"],
  [1_250_000, "1,3\u00a0МБ", "1.3\u00a0MB"],
])("says %i bytes with a unit that stays by its number", (bytes, ru, en) => {
  expect(saySize("ru", bytes)).toBe(ru);
  expect(saySize("en", bytes)).toBe(en);
});
