import type { ProblemCode } from "@otklik/shared/problem-codes";
import { beforeEach, expect, it } from "vitest";
import { RegisterError } from "../errors";
import { type Attempts, createAttempts } from "./attempts";

let now = new Date("2026-11-23T09:00:00Z");
let attempts: Attempts;

beforeEach(() => {
  now = new Date("2026-11-23T09:00:00Z");
  attempts = createAttempts(2, 60, () => now);
});

const refusalOf = (key: string) => {
  try {
    attempts.count(key);
    return null;
  } catch (error) {
    return error;
  }
};

it("refuses after the last attempt, not before, and tells how long", () => {
  attempts.count("a");
  expect(refusalOf("a")).toBeNull();
  now = new Date(now.getTime() + 10_500);
  expect(refusalOf("a")).toMatchObject({ code: "too-many-requests", retryAfterSeconds: 50 });
});

it("counts each key by itself", () => {
  attempts.count("a");
  attempts.count("a");
  expect(refusalOf("b")).toBeNull();
});

const refusedWith = (code: ProblemCode) => () => Promise.reject(new RegisterError(code));

it.each<[string, () => Promise<unknown>, boolean]>([
  ["what turns out well", () => Promise.resolve(1), false],
  ["what fails for another reason", refusedWith("unavailable"), false],
  ["a defect", () => Promise.reject(new Error("not-found")), false],
  ["a miss", refusedWith("not-found"), true],
])("counts misses alone: %s", async (_what, work, isRefused) => {
  for (let n = 0; n < 2; n++) await attempts.countMisses("a", "not-found", work).catch(() => {});
  expect(refusalOf("a") !== null).toBe(isRefused);
});

it("AUTH-11 counts what is under way, until it is known whether it misses", async () => {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const underWay = [1, 2].map(() => attempts.countMisses("a", "not-found", () => ended));
  expect(refusalOf("a")).toMatchObject({ code: "too-many-requests" });
  end();
  await Promise.all(underWay);
  expect(refusalOf("a")).toBeNull();
});

it.each([
  ["a millisecond before the window ends", 59_999, true],
  ["when the window ends", 60_000, false],
])("AUTH-11 is open again: %s", (_when, laterMs, refused) => {
  attempts.count("a");
  attempts.count("a");
  now = new Date(now.getTime() + laterMs);
  expect(refusalOf("a") !== null).toBe(refused);
});

it("begins a new window with the first attempt after the old one", () => {
  attempts.count("a");
  attempts.count("a");
  now = new Date(now.getTime() + 60_000);
  attempts.count("a");
  expect(refusalOf("a")).toBeNull();
});
