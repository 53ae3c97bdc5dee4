import { expect, it } from "vitest";
import { problemOf } from "../../tests/support/outbox-samples";
import { problemIn, readRetryAfter } from "./server-answer";

const NOW = Date.parse("2026-12-02T09:00:00Z");

it.each([
  ["whole seconds", "30", 30_000],
  ["at once", "0", 0],
  ["an HTTP date", "Wed, 02 Dec 2026 09:01:00 GMT", 60_000],
  ["a date that has passed", "Wed, 02 Dec 2026 08:00:00 GMT", 0],
  ["more than a day is a day", "31536000", 86_400_000],
  ["not said", null, null],
  ["unreadable", "soon", null],
])("Retry-After, %s: %s → %s", (_rule, header, ms) => {
  expect(readRetryAfter(header, NOW)).toBe(ms);
});

it.each([
  ["a page", "<html></html>"],
  ["nothing", null],
  ["an unknown code", { ...problemOf("not-found"), code: "teapot", type: "urn:otklik:problem:teapot" }],
  ["a code that every object has", { ...problemOf("not-found"), code: "constructor" }],
  ["another's problem", { ...problemOf("not-found"), type: "about:blank" }],
  ["no title", { ...problemOf("not-found"), title: undefined }],
])("does not take %s for a problem of our server", (_what, body) => {
  expect(problemIn(body)).toBeNull();
});

it("reads a problem of our server", () => {
  expect(problemIn(problemOf("topic-unknown"))).toEqual(problemOf("topic-unknown"));
});
