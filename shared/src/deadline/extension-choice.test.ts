import { expect, it } from "vitest";
import type { CalendarWindow } from "./calendar/calendar-window";
import { extensionChoice } from "./extension-choice";

/** From Thursday 1 January 2026: a holiday run to the 11th, then plain weeks. */
const window: CalendarWindow = { from: "2026-01-01", days: "hhhhhhhhhoowwwwwoowwwwwoo", open: [] };

it.each([
  ["a week of work later where nothing limits it", "2026-01-13", null, "2026-01-14", "2026-01-20"],
  ["days off are passed over", "2025-12-31", null, "2026-01-01", "2026-01-16"],
  ["no further than the rules let it go", "2026-01-13", "2026-01-16", "2026-01-14", "2026-01-16"],
  ["exactly as far as they let it go", "2026-01-13", "2026-01-20", "2026-01-14", "2026-01-20"],
  [
    "before the window begins every day is taken for a worked one",
    "2025-12-20",
    null,
    "2025-12-21",
    "2025-12-25",
  ],
  ["beyond its end too", "2026-01-25", null, "2026-01-26", "2026-01-30"],
] as const)("%s", (_rule, dueOn, extendableTo, earliest, suggested) => {
  expect(extensionChoice({ dueOn, extendableTo }, window)).toEqual({
    earliest,
    latest: extendableTo,
    suggested,
  });
});
