import { describe, expect, it } from "vitest";
import { factsOf, localTime, sampleAt, tellingFrom } from "./sample";

const zone = "Europe/Moscow";
const now = new Date("2026-11-21T15:40:30.000Z");
const sample = sampleAt(now, zone);

it("is received now, by the organisation's clock", () => {
  expect(sample.receivedAt).toBe("2026-11-21T18:40");
  expect(localTime(now, "America/New_York")).toBe("2026-11-21T10:40");
});

describe("factsOf", () => {
  it.each([
    ["registered at once", {}, "2026-11-21T15:40:00.000Z"],
    ["registered later", { registeredAt: "2026-11-23T09:00" }, "2026-11-23T06:00:00.000Z"],
    ["registered in the same minute", { registeredAt: "2026-11-21T18:40" }, "2026-11-21T15:40:00.000Z"],
  ])("%s", (_what, change, registeredAt) => {
    expect(factsOf({ ...sample, ...change }, zone)).toMatchObject({
      receivedAt: "2026-11-21T15:40:00.000Z",
      registeredAt,
    });
  });

  it.each([
    ["no time", { receivedAt: "" }],
    ["half a time", { receivedAt: "2026-11-21" }],
    ["no such day", { receivedAt: "2026-02-30T10:00" }],
    ["registration not typed", { registeredAt: "" }],
    ["registration a minute before receipt", { registeredAt: "2026-11-21T18:39" }],
  ])("says nothing of %s", (_what, change) => {
    expect(factsOf({ ...sample, ...change }, zone)).toBeNull();
  });
});

it.each([
  [
    "received earlier today: from receipt, so nothing is overdue",
    "2026-11-21T06:00:00.000Z",
    "2026-11-21T06:00:00.000Z",
  ],
  ["the last minute of today", "2026-11-21T20:59:00.000Z", "2026-11-21T20:59:00.000Z"],
  [
    "another day: from long before, so every date is said in full",
    "2026-11-21T21:00:00.000Z",
    "1970-01-01T00:00:00.000Z",
  ],
])("tells the dates of one %s", (_what, receivedAt, from) => {
  expect(tellingFrom(receivedAt, now, zone).toISOString()).toBe(from);
});
