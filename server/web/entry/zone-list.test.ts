import { expect, it } from "vitest";
import { zoneList } from "./zone-list";

const january = new Date("2026-01-15T12:00:00Z");
const july = new Date("2026-07-15T12:00:00Z");

it.each([
  ["whole hours", "Europe/Moscow", january, "UTC+03:00"],
  ["half an hour", "Asia/Kolkata", january, "UTC+05:30"],
  ["west of Greenwich", "America/New_York", january, "UTC-05:00"],
  ["summer time", "America/New_York", july, "UTC-04:00"],
  ["no distance at all", "UTC", january, "UTC+00:00"],
])("tells the distance from Greenwich: %s", (_case, zone, now, offset) => {
  expect(zoneList(zone, now).find((each) => each.zone === zone)?.offset).toBe(offset);
});

it("lists the present zone once, whether the browser's list has it or not", () => {
  const zonesOf = (present: string) => zoneList(present, january).filter((each) => each.zone === present);
  expect(zonesOf("Europe/Moscow")).toHaveLength(1);
  expect(zonesOf("UTC")).toHaveLength(1);
});
