import { describe, expect, it } from "vitest";
import { countryCodes, countryYearOf, weekendOf } from "./country-holidays";

it("knows countries by two letters, each once, in order", async () => {
  const codes = await countryCodes();
  expect(codes.length).toBeGreaterThan(150);
  expect(codes).toEqual([...new Set(codes)].sort());
  expect(codes).toEqual(expect.arrayContaining(["AE", "DE", "IL", "KZ", "RU", "US"]));
  expect(codes.every((code) => /^[A-Z]{2}$/.test(code))).toBe(true);
});

describe("public holidays", () => {
  it.each([
    ["DE", 2026, "01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26"],
    ["RU", 2025, "01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08 02-23 03-08 05-01 05-09 06-12 11-04"],
  ])("of %s in %i, Easter among them, and all days of a longer one", async (country, year, days) => {
    const expected = days.split(" ").map((day) => `${year}-${day}`);
    expect((await countryYearOf(country, year)).holidays).toEqual(expected);
  });

  it("are told from the days given for those on a weekend", async () => {
    expect((await countryYearOf("JP", 2025)).substitutes).toContain("2025-02-24");
    expect((await countryYearOf("GB", 2027)).substitutes).toEqual(["2027-12-27", "2027-12-28"]);
  });

  it("leave out what lasts half a day", async () => {
    const { holidays: china } = await countryYearOf("CN", 2026);
    expect(china).toContain("2026-10-01");
    expect(china).not.toContain("2026-03-08");
  });

  it("count each day once, in order, and none of another year", async () => {
    const { holidays: emirates } = await countryYearOf("AE", 2026);
    expect(emirates).toEqual([...new Set(emirates)].sort());
    expect(emirates.every((on) => on.startsWith("2026-"))).toBe(true);
    expect(emirates).toEqual(expect.arrayContaining(["2026-03-20", "2026-03-21", "2026-03-22"]));
  });
});

it.each([
  ["DE", [6, 7]],
  ["AE", [6, 7]],
  ["IL", [5, 6]],
  ["SA", [5, 6]],
  ["IR", [5]],
])("the weekend of %s", (country, days) => {
  expect(weekendOf(country)).toEqual(days);
});
