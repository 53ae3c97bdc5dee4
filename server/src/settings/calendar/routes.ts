import { workCalendarSchema } from "@otklik/shared/deadline/calendar/calendar-schema";
import {
  calendarSettingsSchema,
  countriesSchema,
  countryQuerySchema,
  exportCalendarSchema,
  importCalendarSchema,
  importedCalendarSchema,
  previewCalendarSchema,
  publishCalendarSchema,
} from "@otklik/shared/settings/calendar-settings";
import { Hono } from "hono";
import { z } from "zod";
import type { Deps } from "../../deps";
import type { AppEnv } from "../../http/app-env";
import type { Authorise } from "../../http/authenticate";
import { describe } from "../../http/describe";
import { LINES_MEDIA_TYPE, streamLines } from "../../http/stream-lines";
import { validate } from "../../http/validate";
import { countryCodes } from "./country-holidays";
import { exportCalendar } from "./export-calendar";
import { findCountryCalendar } from "./find-country-calendar";
import { importCalendar } from "./import-calendar";
import { previewCalendar } from "./preview-calendar";
import { publishCalendar } from "./publish-calendar";
import { readCalendarSettings } from "./read-calendar-settings";

const byCountry = z.strictObject({ country: z.string().regex(/^[A-Z]{2}$/) });
const REFUSED = ["not-signed-in", "not-allowed"] as const;
const NOT_WRITTEN = ["invalid-request", "malformed-json", "cross-site-request", ...REFUSED] as const;

/** `/calendar`: years, hours, import, preview and publishing. */
export function calendarRoutes(deps: Deps, authorise: Authorise) {
  return new Hono<AppEnv>()
    .get(
      "/",
      describe(
        "By what days and hours is counted, its versions, and how much still goes by older ones",
        { 200: { description: "The calendar in force", schema: calendarSettingsSchema } },
        REFUSED,
      ),
      authorise("rules:read"),
      async (c) => c.json(await readCalendarSettings(deps, c.get("caller")), 200),
    )
    .post(
      "/",
      describe(
        "Publish a calendar: it counts from now on; dates that were counted stay until they are recounted",
        { 201: { description: "In force now", schema: calendarSettingsSchema } },
        ["calendar-changed", "calendar-cannot-count", ...NOT_WRITTEN],
      ),
      authorise("rules:write"),
      validate("json", publishCalendarSchema),
      async (c) => c.json(await publishCalendar(deps, c.get("caller"), c.req.valid("json")), 201),
    )
    .post(
      "/preview",
      describe(
        "Which due dates of the open complaints a calendar would move; nothing is changed",
        {
          200: {
            description: "CountProgress on each line; the last has `done`",
            mediaType: LINES_MEDIA_TYPE,
          },
        },
        ["calendar-cannot-count", ...NOT_WRITTEN],
      ),
      authorise("rules:write"),
      validate("json", previewCalendarSchema),
      (c) => streamLines(c, previewCalendar(deps, c.get("caller"), c.req.valid("json").calendar), deps.log),
    )
    .post(
      "/imports",
      describe(
        "Read a file of xmlcalendar, isdayoff, iCalendar or our own into a draft; nothing is kept",
        { 200: { description: "The draft, and which days are others now", schema: importedCalendarSchema } },
        [
          "calendar-unreadable",
          "calendar-year-unknown",
          "calendar-cannot-count",
          "body-too-large",
          ...NOT_WRITTEN,
        ],
      ),
      authorise("rules:write"),
      validate("json", importCalendarSchema),
      (c) => c.json(importCalendar(c.req.valid("json")), 200),
    )
    .get(
      "/countries",
      describe(
        "Countries whose public holidays are known",
        { 200: { description: "Their codes", schema: countriesSchema } },
        REFUSED,
      ),
      authorise("rules:read"),
      async (c) => c.json({ countries: await countryCodes() }, 200),
    )
    .get(
      "/countries/:country",
      describe(
        "Weekend and public holidays of a country, to begin a calendar with; transfers are not known",
        { 200: { description: "The calendar", schema: workCalendarSchema } },
        ["country-unknown", "invalid-request", ...REFUSED],
      ),
      authorise("rules:read"),
      validate("param", byCountry),
      validate("query", countryQuerySchema),
      async (c) =>
        c.json(
          await findCountryCalendar(deps, c.get("caller"), {
            ...c.req.valid("param"),
            ...c.req.valid("query"),
          }),
          200,
        ),
    )
    .get(
      "/file",
      describe(
        "The calendar in force as a file to take elsewhere; xmlcalendar holds one year",
        { 200: { description: "The file", mediaType: "application/octet-stream" } },
        ["invalid-request", "not-found", ...REFUSED],
      ),
      authorise("rules:read"),
      validate("query", exportCalendarSchema),
      async (c) => {
        const file = await exportCalendar(deps, c.get("caller"), c.req.valid("query"));
        return c.body(file.text, 200, {
          "Content-Type": file.mediaType,
          "Content-Disposition": `attachment; filename="${file.name}"`,
          "Cache-Control": "no-store",
        });
      },
    );
}
