import { russia } from "@otklik/shared/deadline/calendar/russia";
import { describe, expect, it } from "vitest";
import { RegisterError } from "../../../errors";
import { readCalendarFile } from "./read-calendar-file";

const xml = (days: string, attributes = 'year="2026"') =>
  `<calendar ${attributes}><days>\n${days}\n</days></calendar>`;
const months = (days: string) => Array.from({ length: 12 }, (_, place) => ({ month: place + 1, days }));
const isdayoff = (changed: object) =>
  JSON.stringify({ year: 2026, countrycode: "ru", dayoff: [], ...changed });

const LAUGHS = `<?xml version="1.0"?>
<!DOCTYPE calendar [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
<calendar year="2026"><days><day d="&c;" t="1"/></days></calendar>`;

describe("a file that is refused says where it is wrong", () => {
  it.each([
    ["a billion laughs", LAUGHS, "line.2", "xml-doctype"],
    [
      "a file of the machine",
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><calendar year="2026"/>',
      "line.1",
      "xml-doctype",
    ],
    ["an entity that nothing declares", xml('<day d="&x;" t="1"/>'), "line.2", "not-well-formed"],
    ["tags that do not match", "<calendar year='2026'>\n<days>\n</calendar>", "line.3", "not-well-formed"],
    ["an end that is missing", '<calendar year="2026"><days>', "line.1", "not-well-formed"],
    [
      "a hundred thousand open tags",
      `<calendar year="2026">${"<a>".repeat(100_000)}`,
      "line.1",
      "not-well-formed",
    ],
    ["another document", "<html><body>Not found</body></html>", "line.1", "not-a-calendar"],
    [
      "29 February of a common year",
      xml('<day d="02.28" t="1"/>\n<day d="02.29" t="1"/>'),
      "line.3",
      "no-such-day",
    ],
    ["a thirteenth month", xml('<day d="13.01" t="1"/>'), "line.2", "no-such-day"],
    ["a day in another way of writing", xml('<day d="1.5" t="1"/>'), "line.2", "no-such-day"],
    ["no day", xml('<day t="1"/>'), "line.2", "no-such-day"],
    ["a move from a day that is none", xml('<day d="05.04" t="1" f="00.00"/>'), "line.2", "no-such-day"],
    ["an unknown type", xml('<day d="05.04" t="4"/>'), "line.2", "unknown-mark"],
    ["a type out of the prototype", xml('<day d="05.04" t="constructor"/>'), "line.2", "unknown-mark"],
    ["a day named twice", xml('<day d="05.04" t="1"/>\n<day d="05.04" t="3"/>'), "line.3", "day-twice"],
    ["a year of five digits", xml("", 'year="20266"'), "line.1", "no-such-year"],
    ["a year long past", xml("", 'year="1812"'), "line.1", "no-such-year"],
    ["another country", xml("", 'year="2026" country="kz"'), "file", "other-country"],
    [
      "another country under a name of its own",
      xml("", 'year="2026" country="kaz"'),
      "file",
      "other-country",
    ],
    ["JSON that is broken", '{"year":2026,', "file", "not-well-formed"],
    [
      "a year without December",
      JSON.stringify({ year: 2026, months: months("1").slice(1) }),
      "months",
      "months-missing",
    ],
    [
      "a month twice",
      JSON.stringify({ year: 2026, months: [...months("1").slice(1), { month: 2, days: "1" }] }),
      "months",
      "months-missing",
    ],
    [
      "31 days in every month",
      JSON.stringify({ year: 2026, months: months("31") }),
      "months.1.days",
      "no-such-day",
    ],
    [
      "an unknown sign",
      JSON.stringify({ year: 2026, months: months("1?") }),
      "months.0.days",
      "unknown-mark",
    ],
    [
      "a month that is a number",
      JSON.stringify({ year: 2026, months: [{ month: 1, days: 1 }] }),
      "0.months.0.days",
      "invalid_type",
    ],
    ["a day of four letters", isdayoff({ dayoff: ["abcd"] }), "dayoff", "no-such-day"],
    ["30 February", isdayoff({ predayoff: ["0230"] }), "predayoff", "no-such-day"],
    ["a list that is none", isdayoff({ dayoff: "0101" }), "dayoff", "invalid_type"],
    ["isdayoff's other country", isdayoff({ countrycode: "by" }), "file", "other-country"],
    ["an export with another key", JSON.stringify({ ...russia, extra: 1 }), "extra", "unrecognized_keys"],
    [
      "an export with an impossible day",
      JSON.stringify({ ...russia, years: { 2027: { ...russia.years[2027], off: ["02-30"] } } }),
      "years.2027.off.0",
      "no-such-day",
    ],
    [
      "an export with a key of the prototype",
      JSON.stringify(russia).replace("{", '{"__proto__":{"weekend":[]},'),
      "__proto__",
      "unrecognized_keys",
    ],
  ] as const)("%s", (_what, text, path, reason) => {
    const { code, errors } = refusalOf(text, null);
    expect({ code, errors: errors?.map(({ path, reason }) => ({ path, reason })) }).toEqual({
      code: "calendar-unreadable",
      errors: [{ path, reason }],
    });
  });

  it.each([
    ["one digit too few", "0".repeat(364), "row-length"],
    ["one digit too many", "0".repeat(366), "row-length"],
    ["the service's own refusal", "199", "row-length"],
    ["an unknown digit", `9${"0".repeat(364)}`, "unknown-mark"],
    ["seven days a week", "0".repeat(365), "other-week"],
  ])("a row with %s", (_what, text, reason) => {
    expect(refusalOf(text, 2026)).toMatchObject({ errors: [{ path: "file", reason }] });
  });

  it.each([
    ["nothing but spaces", "   \n"],
    ["prose", "The first of May is a holiday."],
    ["a table", "date;kind\n2026-05-01;off"],
    ["JSON of something else", '{"holidays":[]}'],
    ["a JSON list of numbers", "[1,2,3]"],
    ["an empty list", "[]"],
    ["a number", "-1"],
    ["brackets without end", "[".repeat(400_000)],
    ["zeros without end", "0".repeat(400_000)],
  ])("%s is no calendar", (_what, text) => {
    expect(refusalOf(text, 2026).code).toBe("calendar-unreadable");
  });
});

it.each([
  ["a row of digits", "0".repeat(365)],
  ["an XML file without a year", "<calendar><days/></calendar>"],
])("asks for the year of %s", (_what, text) => {
  expect(refusalOf(text, null).code).toBe("calendar-year-unknown");
});

it("changes nothing in the draft that it was given", () => {
  const draft = structuredClone(russia);
  readCalendarFile({ text: xml('<day d="08.05" t="1"/>'), year: null, into: draft });
  expect(draft).toEqual(russia);
});

function refusalOf(text: string, year: number | null): RegisterError {
  try {
    readCalendarFile({ text, year, into: russia });
  } catch (error) {
    if (error instanceof RegisterError) return error;
    throw error;
  }
  throw new Error("it was read");
}
