import { z } from "zod";
import { LIMITS } from "../../complaint/limits";
import { lineOfText } from "../../text/plain-text";
import { isoDateSchema } from "../due-date";
import type { Weekday } from "../time/local-day";
import type { BusinessHours } from "./business-hours";
import { type WorkCalendar, YEAR_STATUSES } from "./work-calendar";

/** From 1900 to 2199: beyond, a year is a mistake. */
const KNOWN_YEAR = /^(19|2[01])\d\d(-|$)/;

/** A day of a leap year, so that 29 February is one. */
const monthDaySchema = z
  .string()
  .regex(/^\d\d-\d\d$/)
  .refine((day) => isoDateSchema.safeParse(`2024-${day}`).success, { error: "no-such-day" });

const monthDaysSchema = z.array(monthDaySchema).max(LIMITS.daysOfYear);
const actSchema = lineOfText(LIMITS.actLength);
const weekdaySchema: z.ZodType<Weekday> = z.literal([1, 2, 3, 4, 5, 6, 7]);

const calendarYearSchema = z.strictObject({
  act: actSchema.nullable(),
  status: z.enum(YEAR_STATUSES),
  holidays: monthDaysSchema,
  off: monthDaysSchema,
  moved: z.record(monthDaySchema, monthDaySchema).optional(),
  work: monthDaysSchema,
  short: monthDaysSchema,
  regional: z.record(monthDaySchema, actSchema),
});

const intervalSchema = z
  .strictObject({
    from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    to: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/),
  })
  .refine(({ from, to }) => from !== to, { error: "empty-interval" });

/** A night comes last: what follows it would lie within it, or on the next day. */
const intervalsSchema = z
  .array(intervalSchema)
  .max(LIMITS.intervalsOfDay)
  .refine(
    (intervals) =>
      intervals.every((interval, place) => {
        const next = intervals[place + 1];
        return next === undefined || (interval.from < interval.to && interval.to < next.from);
      }),
    { error: "intervals-overlap" },
  );

export const businessHoursSchema: z.ZodType<BusinessHours> = z.strictObject({
  week: z.array(intervalsSchema).length(7),
  workingWeekend: intervalsSchema,
  onDaysOff: z.enum(["closed", "open"]),
  shortDayMinutes: z.int().min(0).max(LIMITS.shortDayMinutes),
  dates: z.record(isoDateSchema.regex(KNOWN_YEAR), intervalsSchema),
});

/** A calendar as it is stored, sent and read from a file. */
export const workCalendarSchema: z.ZodType<WorkCalendar> = z.strictObject({
  version: lineOfText(LIMITS.versionLength),
  country: z.string().regex(/^[A-Z]{2}$/),
  weekend: z.array(weekdaySchema).max(6),
  years: z
    .record(z.string().length(4).regex(KNOWN_YEAR), calendarYearSchema)
    .refine((years) => Object.keys(years).length <= LIMITS.calendarYears, { error: "too_big" }),
  publicHolidays: z.strictObject({
    act: actSchema,
    days: monthDaysSchema,
    moving: monthDaysSchema.optional(),
  }),
  hours: businessHoursSchema,
});
