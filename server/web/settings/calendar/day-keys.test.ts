import { expect, it } from "vitest";
import { dayReachedBy } from "./day-keys";

const press = (key: string, held: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

it.each([
  ["ArrowRight", "2026-12-31", "2027-01-01"],
  ["ArrowLeft", "2026-03-01", "2026-02-28"],
  ["ArrowDown", "2026-11-28", "2026-12-05"],
  ["ArrowUp", "2026-11-02", "2026-10-26"],
  ["PageDown", "2026-01-31", "2026-02-28"],
  ["PageUp", "2026-01-15", "2025-12-15"],
  ["Home", "2026-11-21", "2026-11-01"],
  ["End", "2028-02-03", "2028-02-29"],
])("%s from %s leads to %s", (key, day, reached) => {
  expect(dayReachedBy(press(key), day)).toBe(reached);
});

it.each([
  ["another key", press("a"), "2026-11-21"],
  ["a browser's own key", press("ArrowLeft", { altKey: true }), "2026-11-21"],
  ["beyond the last year", press("ArrowRight"), "2100-12-31"],
  ["before the first", press("ArrowUp"), "1990-01-03"],
])("%s leads nowhere", (_case, pressed, day) => {
  expect(dayReachedBy(pressed, day)).toBeNull();
});
