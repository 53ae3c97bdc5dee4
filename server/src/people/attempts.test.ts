import { beforeEach, expect, it } from "vitest";
import { type Attempts, createAttempts } from "./attempts";

let now = new Date("2026-11-23T09:00:00Z");
let attempts: Attempts;

beforeEach(() => {
  now = new Date("2026-11-23T09:00:00Z");
  attempts = createAttempts(2, 60, () => now);
});

const isRefused = (key: string) => {
  try {
    attempts.require(key);
    return null;
  } catch (error) {
    return error;
  }
};

it("refuses after the last attempt, not before, and tells how long", () => {
  attempts.count("a");
  expect(isRefused("a")).toBeNull();
  attempts.count("a");
  now = new Date(now.getTime() + 10_500);
  expect(isRefused("a")).toMatchObject({ code: "too-many-requests", retryAfterSeconds: 50 });
});

it("counts each key by itself", () => {
  attempts.count("a");
  attempts.count("a");
  expect(isRefused("b")).toBeNull();
});

it.each([
  ["a millisecond before the window ends", 59_999, true],
  ["when the window ends", 60_000, false],
])("AUTH-11 is open again: %s", (_when, laterMs, refused) => {
  attempts.count("a");
  attempts.count("a");
  now = new Date(now.getTime() + laterMs);
  expect(isRefused("a") !== null).toBe(refused);
});

it("begins a new window with the first attempt after the old one", () => {
  attempts.count("a");
  attempts.count("a");
  now = new Date(now.getTime() + 60_000);
  attempts.count("a");
  expect(isRefused("a")).toBeNull();
});
