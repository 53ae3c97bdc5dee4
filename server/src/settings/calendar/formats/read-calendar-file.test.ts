import { calendarChanges } from "@otklik/shared/deadline/calendar/calendar-changes";
import { daysOfYear } from "@otklik/shared/deadline/calendar/days-of-year";
import { russia } from "@otklik/shared/deadline/calendar/russia";
import { sixDayWeek } from "@otklik/shared/deadline/calendar/six-day-week";
import {
  dayKind,
  isShort,
  isWorked,
  type WorkCalendar,
} from "@otklik/shared/deadline/calendar/work-calendar";
import { describe, expect, it } from "vitest";
import { readCalendarFile } from "./read-calendar-file";

const bare: WorkCalendar = { ...russia, years: {} };
const { act: _act, status: _status, ...days2026 } = russia.years[2026] ?? {};
const made2026 = { act: null, status: "provisional", ...days2026 };

const XML_2026 = `<?xml version="1.0" encoding="UTF-8"?>
<calendar year="2026" lang="ru" date="2025.09.30" country="ru">
  <!-- a comment -->
  <holidays><holiday id="1" title="Новогодние &amp; прочие"/><holiday id="2" title="День"/></holidays>
  <days>
    <day d="01.01" t="1" h="1"/><day d="01.02" t="1" h="1"/><day d="01.03" t="1" h="1"/><day d="01.04" t="1" h="1"/>
    <day d="01.05" t="1" h="1"/><day d="01.06" t="1" h="1"/><day d="01.07" t="1" h="1"/><day d="01.08" t="1" h="1"/>
    <day d="01.09" t="1" f="01.03"/><day d="02.23" t="1" h="2"/><day d="03.08" t="1" h="2"/>
    <day d="03.09" t="1" f="03.08"/><day d="04.30" t="2"/><day d="05.01" t="1" h="2"/><day d="05.08" t="2"/>
    <day d="05.09" t="1" h="2"/><day d="05.11" t="1" f="05.09"/><day d="06.11" t="2"/><day d="06.12" t="1" h="2"/>
    <day d="11.03" t="2"/><day d="11.04" t="1" h="2"/><day d="12.31" t="1" f="01.04"/>
  </days>
</calendar>`;

const MONTHS_2026 = [
  "1,2,3,4,5,6,7,8,9+,10,11,17,18,24,25,31",
  "1,7,8,14,15,21,22,23,28",
  "1,7,8,9+,14,15,21,22,28,29",
  "4,5,11,12,18,19,25,26,30*",
  "1,2,3,8*,9,10,11+,16,17,23,24,30,31",
  "6,7,11*,12,13,14,20,21,27,28",
  "4,5,11,12,18,19,25,26",
  "1,2,8,9,15,16,22,23,29,30",
  "5,6,12,13,19,20,26,27",
  "3,4,10,11,17,18,24,25,31",
  "1,3*,4,7,8,14,15,21,22,28,29",
  "5,6,12,13,19,20,26,27,31+",
];
const JSON_2026 = {
  year: 2026,
  months: MONTHS_2026.map((days, place) => ({ month: place + 1, days })),
  transitions: [
    { from: "01.03", to: "01.09" },
    { from: "03.08", to: "03.09" },
    { from: "05.09", to: "05.11" },
    { from: "01.04", to: "12.31" },
  ],
  statistic: { workdays: 247 },
};

const ISDAYOFF_2025 = {
  year: 2025,
  countrycode: "ru",
  dayoff: "0101 0102 0103 0104 0105 0106 0107 0108 0501 0502 0508 0509 0612 0613 1103 1104 1231".split(" "),
  predayoff: ["0307", "0430", "0611", "1101"],
  dayoff6: "0101 0102 0103 0104 0105 0106 0107 0108 0501 0508 0509 0612 1104 1231".split(" "),
  predayoff6: ["0222", "0430", "0307", "0611", "1103"],
  workday: ["1101"],
  covidday: [],
  holiday: "0101 0102 0103 0104 0105 0106 0107 0108 0223 0308 0501 0509 0612 1104".split(" "),
  author: "A <a@b.test>",
};

const read = (text: string, into = bare, year: number | null = null) =>
  readCalendarFile({ text, year, into });

describe("xmlcalendar", () => {
  it("reads the year that the file names: days, short days, moved days, neither act nor official status", () => {
    const { format, years, calendar } = read(XML_2026);
    expect({ format, years }).toEqual({ format: "xmlcalendar", years: [2026] });
    expect(calendar).toEqual({ ...bare, years: { 2026: made2026 } });
  });

  it("changes nothing where the file says what is there, and so the act stays", () => {
    expect(read(XML_2026, russia).calendar).toEqual(russia);
  });

  it("takes a short day on a Saturday for a Saturday that is worked", () => {
    const xml = '<calendar year="2024"><days><day d="11.02" t="2"/></days></calendar>';
    const { calendar } = read(xml);
    expect(dayKind("2024-11-02", calendar)).toBe("workingWeekend");
    expect(isShort("2024-11-02", calendar)).toBe(true);
  });

  it("keeps a holiday of the file that the law does not have for every year", () => {
    const xml = '<calendar year="2026"><days><day d="08.05" t="1" h="9"/></days></calendar>';
    expect(dayKind("2026-08-05", read(xml).calendar)).toBe("publicHoliday");
  });

  it("takes the year that is given for a file that names none", () => {
    const xml = '<calendar><days><day d="08.05" t="1"/></days></calendar>';
    expect(read(xml, bare, 2026).years).toEqual([2026]);
  });

  it("keeps the public holidays that a file leaves out, but not one that it has worked", () => {
    const xml = '<calendar year="2026"><days><day d="11.04" t="3"/></days></calendar>';
    const { calendar } = read(xml);
    expect(dayKind("2026-01-02", calendar)).toBe("publicHoliday");
    expect(dayKind("2026-11-04", calendar)).toBe("workingWeekend");
  });

  it("reads a file for five days into a week of six by from where days were moved", () => {
    const sixDays = sixDayWeek(russia);
    expect(read(XML_2026, sixDays).calendar).toEqual(sixDays);
  });

  it("reads a region's file, whose name is no country's", () => {
    const xml = '<calendar year="2026" country="tatar"><days><day d="08.31" t="1"/></days></calendar>';
    expect(dayKind("2026-08-31", read(xml).calendar)).toBe("dayOff");
  });

  it("reads its JSON of one year and of several", () => {
    expect(read(JSON.stringify(JSON_2026)).calendar.years[2026]).toEqual(made2026);
    const { years, calendar } = read(`\uFEFF${JSON.stringify([JSON_2026])}\n`, russia);
    expect({ years, calendar }).toEqual({ years: [2026], calendar: russia });
  });
});

describe("isdayoff", () => {
  const row = daysOfYear("2026")
    .map((day) => {
      const on = `2026-${day}`;
      if (isShort(on, russia)) return "2";
      return isWorked(on, russia) ? "0" : "1";
    })
    .join("");

  it.each([
    ["without signs between", row],
    ["with colons", [...row].join(":")],
    ["by lines", `${[...row].join("\n")}\n`],
    ["with holidays of their own digit", row.replace(/^1/, "8")],
    ["with days freed by decree, which count", row.replace("0", "4")],
  ])("reads a row %s", (_how, text) => {
    const { format, years, calendar } = read(text, russia, 2026);
    expect({ format, years, calendar }).toEqual({ format: "isdayoff", years: [2026], calendar: russia });
  });

  it("reads the row of a leap year", () => {
    const { calendar } = read(`${"0".repeat(59)}1${"0".repeat(306)}`, { ...bare, weekend: [] }, 2028);
    expect(calendar.years[2028]).toMatchObject({ off: ["02-29"] });
  });

  it("reads its JSON: a week of five days, and that of six where it is wanted", () => {
    const { format, calendar } = read(JSON.stringify(ISDAYOFF_2025), russia);
    expect({ format, calendar }).toEqual({ format: "isdayoff", calendar: russia });
    const six = read(JSON.stringify(ISDAYOFF_2025), { ...sixDayWeek(russia), years: {} }).calendar;
    const derived = { ...sixDayWeek(russia), years: { 2025: sixDayWeek(russia).years[2025] ?? made() } };
    expect(calendarChanges(derived, six)).toEqual([]);
  });

  it("takes what a region celebrates for a day off, not for a public holiday of the country", () => {
    const file = { year: 2026, countrycode: "ru-ta", dayoff: ["0831"], workday: [], holiday: ["0831"] };
    expect(dayKind("2026-08-31", read(JSON.stringify(file)).calendar)).toBe("dayOff");
    expect(dayKind("2026-08-31", read(JSON.stringify({ ...file, countrycode: "ru" })).calendar)).toBe(
      "publicHoliday",
    );
  });

  it("does not believe in a holiday that the same file has worked", () => {
    const file = { year: 2026, countrycode: "ru", dayoff: [], holiday: ["0803"] };
    expect(dayKind("2026-08-03", read(JSON.stringify(file)).calendar)).toBe("working");
  });
});

describe("an export of the register", () => {
  it("takes the place of everything but the version", () => {
    const hours = { ...russia.hours, shortDayMinutes: 30 };
    const text = JSON.stringify({ ...russia, version: "own-7", hours }, null, 2);
    const { format, years, calendar } = read(text, bare);
    expect({ format, years }).toEqual({ format: "otklik", years: [2025, 2026, 2027] });
    expect(calendar).toEqual({ ...russia, hours });
  });
});

function made(): never {
  throw new Error("no 2025");
}
