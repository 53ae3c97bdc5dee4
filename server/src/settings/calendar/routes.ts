import { calendarSettingsSchema, publishCalendarSchema } from "@otklik/shared/settings/calendar-settings";
import { Hono } from "hono";
import type { Deps } from "../../deps";
import type { AppEnv } from "../../http/app-env";
import type { Authorise } from "../../http/authenticate";
import { describe } from "../../http/describe";
import { validate } from "../../http/validate";
import { publishCalendar } from "./publish-calendar";
import { readCalendarSettings } from "./read-calendar-settings";

const REFUSED = ["not-signed-in", "not-allowed"] as const;
const NOT_WRITTEN = ["invalid-request", "malformed-json", "cross-site-request", ...REFUSED] as const;

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
    );
}
