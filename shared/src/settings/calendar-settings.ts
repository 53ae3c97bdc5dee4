import { z } from "zod";
import { instantSchema } from "../complaint/clip";
import { LIMITS } from "../complaint/limits";
import type { CalendarDayChange } from "../deadline/calendar/calendar-changes";
import { workCalendarSchema } from "../deadline/calendar/calendar-schema";
import { DAY_KINDS } from "../deadline/calendar/work-calendar";
import { isoDateSchema } from "../deadline/due-date";
import { personRefSchema } from "../people/person-ref";
import { plainText } from "../text/plain-text";

/** A version of the organisation's calendar; the first is the one that the register came with. */
export const calendarVersionSchema = z.object({
  version: z.string(),
  publishedAt: instantSchema.nullable(),
  publishedBy: personRefSchema.nullable(),
  note: z.string().nullable(),
});

/** `GET /api/calendar`: by what days and hours are counted, and how many open complaints still go by an older version. */
export const calendarSettingsSchema = z.object({
  calendar: workCalendarSchema,
  zone: z.string(),
  /** The newest first. */
  versions: z.array(calendarVersionSchema),
  /** Open complaints with an unmet due date that another version made: what a recount would look at. */
  countedByOlder: z.int(),
});
export type CalendarSettings = z.infer<typeof calendarSettingsSchema>;

const calendarDayChangeSchema: z.ZodType<CalendarDayChange> = z.object({
  on: isoDateSchema,
  before: z.enum(DAY_KINDS),
  after: z.enum(DAY_KINDS),
  shortBefore: z.boolean(),
  shortAfter: z.boolean(),
});

/** `POST /api/calendar/preview`: streamed, lines of `CountProgress`. Its version need not be new. */
export const previewCalendarSchema = z.strictObject({ calendar: workCalendarSchema });

/** `POST /api/calendar`: publishes. New complaints are counted by it; open ones only after a recount. */
export const publishCalendarSchema = z.strictObject({
  calendar: workCalendarSchema,
  /** The version that was changed: refused when somebody has published since. */
  basedOn: z.string().max(LIMITS.versionLength),
  note: plainText(LIMITS.reasonLength).nullable(),
});
export type PublishCalendar = z.infer<typeof publishCalendarSchema>;

/** Which file it was, found out from its text. */
export const CALENDAR_FORMATS = ["xmlcalendar", "isdayoff", "icalendar", "otklik"] as const;
export type CalendarFormat = (typeof CALENDAR_FORMATS)[number];

/** `POST /api/calendar/imports`: reads a file into a draft; nothing is kept. */
export const importCalendarSchema = z.strictObject({
  text: z.string().min(1).max(LIMITS.calendarFileLength),
  /** For a file that does not name its year, such as a row of digits. */
  year: z.int().min(1900).max(2199).nullable(),
  /** What is changed: the draft on the screen, which may differ from what is published. */
  into: workCalendarSchema,
});
export type ImportCalendar = z.infer<typeof importCalendarSchema>;

export const importedCalendarSchema = z.object({
  format: z.enum(CALENDAR_FORMATS),
  years: z.array(z.int()),
  calendar: workCalendarSchema,
  changes: z.array(calendarDayChangeSchema),
});
export type ImportedCalendar = z.infer<typeof importedCalendarSchema>;

/** `GET /api/calendar/countries`: whose holidays are known, ISO 3166-1, two letters, ascending. */
export const countriesSchema = z.object({ countries: z.array(z.string()) });
export type Countries = z.infer<typeof countriesSchema>;

/** `GET /api/calendar/countries/:country`: a `WorkCalendar` to begin with, for these years, both inclusive. */
export const countryQuerySchema = z
  .strictObject({
    from: z.coerce.number().int().min(1990).max(2100),
    to: z.coerce.number().int().min(1990).max(2100),
  })
  .refine(({ from, to }) => from <= to, { path: ["to"], error: "years-reversed" })
  .refine(({ from, to }) => to - from < LIMITS.countryYears, { path: ["to"], error: "invalid_value" });
export type CountryQuery = z.infer<typeof countryQuerySchema>;

/** `GET /api/calendar/file?format=…`: the current calendar, to take elsewhere. */
export const EXPORT_FORMATS = ["otklik", "xmlcalendar", "icalendar"] as const;
export const exportCalendarSchema = z
  .strictObject({
    format: z.enum(EXPORT_FORMATS),
    /** Needed by `xmlcalendar`, which holds one year. */
    year: z.coerce.number().int().min(1900).max(2199).optional(),
  })
  .refine(({ format, year }) => format !== "xmlcalendar" || year !== undefined, {
    path: ["year"],
    error: "invalid_type",
  });
export type ExportCalendar = z.infer<typeof exportCalendarSchema>;
