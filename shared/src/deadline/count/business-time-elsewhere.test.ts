import { describe, expect, it } from "vitest";
import { type BusinessCalendarParts, businessCalendar } from "../../../../tests/support/business-calendar";
import { countBusinessTime } from "./count-business-time";

/*
 * What other engines publish in their documents and tests, as facts: hours, start and length in, end out. Where
 * they differ among themselves on a term that is used up at closing time, ours ends then.
 */

/** What is tried, week, start, minutes, end; zone and other parts of the calendar. */
type Fact = readonly [string, string, string, number, string, string?, BusinessCalendarParts?];

const NINE_TO_FIVE = "1-5 09:00-17:00";
const SPLIT_MONDAY = "1 07:00-12:00 13:00-18:00";
const THREE_DAYS = "1 09:00-17:00; 5 09:00-17:00; 6 10:00-15:00";
const WHOLE_DAYS = "1 00:00-24:00; 5 00:00-24:00; 6 11:00-15:00";

const WORKING_HOURS: readonly Fact[] = [
  ["within a day", NINE_TO_FIVE, "1991-11-15T14:00:42Z", 120, "1991-11-15T16:00:42Z"],
  ["over a weekend", NINE_TO_FIVE, "1991-11-15T16:30:42Z", 45, "1991-11-18T09:15:42Z"],
  [
    "over a weekend in Tokyo",
    NINE_TO_FIVE,
    "1991-11-15T07:00:00Z",
    180,
    "1991-11-18T11:00:00+09:00",
    "Asia/Tokyo",
  ],
  ["a break, from before opening", SPLIT_MONDAY, "1991-11-11T05:00:00Z", 360, "1991-11-11T14:00:00Z"],
  ["a minute on either side of a break", SPLIT_MONDAY, "2014-04-07T11:59:00Z", 2, "2014-04-07T13:01:00Z"],
  ["midnight, and a week until it opens", "1 00:00-24:00", "2014-04-07T23:59:30Z", 1, "2014-04-14T00:00:30Z"],
  ["105 whole Mondays", "1 00:00-24:00", "2014-04-06T12:00:00Z", 151_200, "2016-04-05T00:00:00Z"],
  ["five hours of one day", NINE_TO_FIVE, "2014-04-07T10:00:00Z", 300, "2014-04-07T15:00:00Z"],
  ["a whole day from before it opens", NINE_TO_FIVE, "2014-04-07T07:00:00Z", 480, "2014-04-07T17:00:00Z"],
  ["a start with an offset", NINE_TO_FIVE, "2014-04-07T01:00:00-09:00", 420, "2014-04-07T17:00:00Z"],
  ["from a Sunday", NINE_TO_FIVE, "2014-08-03T08:32:00Z", 92, "2014-08-04T10:32:00Z"],
];

const BUSINESS_TIME: readonly Fact[] = [
  ["eight hours are a day", NINE_TO_FIVE, "2010-08-04T09:35:00Z", 480, "2010-08-05T09:35:00Z"],
  ["Friday afternoon to Monday", NINE_TO_FIVE, "2010-04-09T16:50:00Z", 60, "2010-04-12T09:50:00Z"],
  [
    "a weekend and a holiday",
    NINE_TO_FIVE,
    "2010-07-02T16:50:00Z",
    60,
    "2010-07-06T09:50:00Z",
    "UTC",
    { off: ["2010-07-05"] },
  ],
  ["in the middle of a day", NINE_TO_FIVE, "2010-04-12T09:50:00Z", 180, "2010-04-12T12:50:00Z"],
  ["each weekday has its hours", THREE_DAYS, "2010-12-24T15:00:00Z", 540, "2010-12-27T11:00:00Z"],
  ["from before opening", THREE_DAYS, "2010-12-24T08:00:00Z", 900, "2010-12-27T11:00:00Z"],
  ["days of 24 hours", WHOLE_DAYS, "2010-12-24T15:00:00Z", 1_440, "2010-12-27T11:00:00Z"],
  ["days of 24 hours, from a short one", WHOLE_DAYS, "2010-12-25T08:00:00Z", 900, "2010-12-27T11:00:00Z"],
  ["ends when it closes", "5 09:00-17:00", "2010-12-24T08:00:00Z", 480, "2010-12-24T17:00:00Z"],
];

const EVERY_DAY = "1-7 09:00-15:00";
const LONG_FRIDAY = "1-4 09:00-15:00; 5 10:00-17:00; 6-7 09:00-15:00";
const ODD_WEEK = "1-2 09:00-15:00; 4 09:00-15:00; 5 10:00-17:00; 6 09:00-15:00";
const NO_SUN_OR_WED = "1-2 09:00-15:00; 4-6 09:00-15:00";
const CHRISTMAS = { dates: { "2010-12-24": "08:00-13:00", "2010-12-25": "" } };
const BERLIN = "Europe/Berlin";

const OPENING_HOURS: readonly Fact[] = [
  ["within hours", EVERY_DAY, "2010-06-07T09:10:00+02:00", 60, "2010-06-07T10:10:00+02:00", BERLIN],
  ["before hours", EVERY_DAY, "2010-06-07T08:45:00+02:00", 120, "2010-06-07T11:00:00+02:00", BERLIN],
  ["after hours", EVERY_DAY, "2010-06-07T22:45:00+02:00", 120, "2010-06-08T11:00:00+02:00", BERLIN],
  ["over a night", EVERY_DAY, "2010-06-07T14:45:00+02:00", 120, "2010-06-08T10:45:00+02:00", BERLIN],
  ["several days", EVERY_DAY, "2010-06-07T10:45:00+02:00", 1_200, "2010-06-10T12:45:00+02:00", BERLIN],
  [
    "over the day that is shorter",
    EVERY_DAY,
    "2010-03-27T14:00:00+01:00",
    480,
    "2010-03-29T10:00:00+02:00",
    BERLIN,
  ],
  ["into it", EVERY_DAY, "2010-03-27T14:00:00+01:00", 120, "2010-03-28T10:00:00+02:00", BERLIN],
  [
    "from the day that is longer",
    EVERY_DAY,
    "2010-10-31T14:00:00+01:00",
    480,
    "2010-11-02T10:00:00+01:00",
    BERLIN,
  ],
  ["over a night after it", EVERY_DAY, "2010-10-31T14:00:00+01:00", 120, "2010-11-01T10:00:00+01:00", BERLIN],
  ["a closed Sunday", NO_SUN_OR_WED, "2010-06-05T14:45:00Z", 120, "2010-06-07T10:45:00Z"],
  ["from a closed Sunday", NO_SUN_OR_WED, "2010-06-06T11:45:00Z", 120, "2010-06-07T11:00:00Z"],
  [
    "a closed date",
    EVERY_DAY,
    "2010-12-24T14:45:00Z",
    120,
    "2010-12-26T10:45:00Z",
    "UTC",
    { dates: { "2010-12-25": "" } },
  ],
  [
    "from a closed date",
    EVERY_DAY,
    "2010-12-25T11:45:00Z",
    120,
    "2010-12-26T11:00:00Z",
    "UTC",
    { dates: { "2010-12-25": "" } },
  ],
  [
    "a closed date beside a closed Sunday",
    NO_SUN_OR_WED,
    "2010-12-24T14:45:00Z",
    120,
    "2010-12-27T10:45:00Z",
    "UTC",
    { dates: { "2010-12-25": "" } },
  ],
  ["a longer Friday", LONG_FRIDAY, "2010-06-03T09:00:00Z", 840, "2010-06-05T10:00:00Z"],
  [
    "a shorter date",
    EVERY_DAY,
    "2010-12-23T09:00:00Z",
    720,
    "2010-12-25T10:00:00Z",
    "UTC",
    { dates: { "2010-12-24": "08:00-13:00" } },
  ],
  [
    "from within a shorter date",
    EVERY_DAY,
    "2010-12-24T12:00:00Z",
    360,
    "2010-12-25T14:00:00Z",
    "UTC",
    { dates: { "2010-12-24": "08:00-13:00" } },
  ],
  [
    "all at once, within a day",
    ODD_WEEK,
    "2010-06-07T09:10:00Z",
    120,
    "2010-06-07T11:10:00Z",
    "UTC",
    CHRISTMAS,
  ],
  [
    "all at once, over a Wednesday",
    ODD_WEEK,
    "2010-06-08T14:48:00Z",
    15,
    "2010-06-10T09:03:00Z",
    "UTC",
    CHRISTMAS,
  ],
  [
    "all at once, over Christmas",
    ODD_WEEK,
    "2010-12-24T06:45:00Z",
    420,
    "2010-12-27T11:00:00Z",
    "UTC",
    CHRISTMAS,
  ],
  [
    "a start in Alaska, hours in Moscow",
    EVERY_DAY,
    "2010-12-23T20:00:00-09:00",
    240,
    "2010-12-24T13:00:00+03:00",
    "Europe/Moscow",
  ],
];

const LUNCH = "1-5 08:00-12:00 13:00-17:00";
const LABOUR_DAY = { off: ["2023-10-23"] };

const OTHERS: readonly Fact[] = [
  ["ends when lunch begins", LUNCH, "2023-09-04T08:00:00Z", 240, "2023-09-04T12:00:00Z"],
  ["a day with lunch", LUNCH, "2023-09-04T08:00:00Z", 480, "2023-09-04T17:00:00Z"],
  ["20 hours over a weekend", LUNCH, "2023-09-08T08:00:00Z", 1_200, "2023-09-12T12:00:00Z"],
  ["from a holiday", LUNCH, "2023-10-23T10:00:00Z", 480, "2023-10-24T17:00:00Z", "UTC", LABOUR_DAY],
  [
    "from a holiday into another",
    LUNCH,
    "2023-10-23T08:00:00Z",
    480,
    "2023-10-25T17:00:00Z",
    "UTC",
    { off: ["2023-10-23", "2023-10-24"] },
  ],
  ["from a Saturday", LUNCH, "2023-09-09T10:00:00Z", 480, "2023-09-11T17:00:00Z"],
  ["the last hour", LUNCH, "2023-09-04T16:00:00Z", 60, "2023-09-04T17:00:00Z"],
  ["the last minute", LUNCH, "2023-09-04T16:59:00Z", 1, "2023-09-04T17:00:00Z"],
  [
    "32 hours with lunch breaks",
    "1-5 09:00-12:00 13:00-18:00",
    "2011-09-01T09:00:00Z",
    1_920,
    "2011-09-06T18:00:00Z",
  ],
  [
    "a week of 40 hours",
    "1-5 09:00-12:00 13:00-18:00",
    "2016-01-18T09:00:00Z",
    2_400,
    "2016-01-22T18:00:00Z",
  ],
  [
    "32 hours and one more over Christmas",
    "1-5 09:00-12:00 13:00-18:00",
    "2015-12-21T09:00:00Z",
    1_980,
    "2015-12-28T10:00:00Z",
    "UTC",
    { off: ["2015-12-25"] },
  ],
  ["Friday 16:00 and two hours", NINE_TO_FIVE, "2026-11-20T16:00:00Z", 120, "2026-11-23T10:00:00Z"],
  ["Friday 16:00 and four hours", "1-5 08:00-17:00", "2026-11-20T16:00:00Z", 240, "2026-11-23T11:00:00Z"],
];

describe.each([
  ["working_hours", WORKING_HOURS],
  ["business_time", BUSINESS_TIME],
  ["opening_hours", OPENING_HOURS],
  ["business-hours-calc, workpattern, businesstimedelta and two service desks", OTHERS],
])("business time as published by %s", (_engine, facts) => {
  it.for(facts)("%s: open %s, %s + %i min → %s", ([_what, week, startAt, minutes, dueAt, zone, parts]) => {
    const calendar = businessCalendar(week, parts);
    const unit = minutes % 60 === 0 ? "business_hour" : "business_minute";
    const length = unit === "business_hour" ? minutes / 60 : minutes;
    const term = countBusinessTime(Date.parse(startAt), length, unit, calendar, zone ?? "UTC");
    expect(term.dueAt).toBe(new Date(dueAt).toISOString());
  });
});
