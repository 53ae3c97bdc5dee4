import { healthReportSchema, reportHealthSchema } from "@otklik/shared/capture/adapter-health";
import { siteCorrectionsSchema, writtenCorrectionsSchema } from "@otklik/shared/capture/site-corrections";
import { Hono } from "hono";
import type { Deps } from "../deps";
import type { AppEnv } from "../http/app-env";
import type { Authorise } from "../http/authenticate";
import { describe } from "../http/describe";
import { validate } from "../http/validate";
import { findCorrections, saveCorrections } from "./corrections";
import { findHealth } from "./find-health";
import { reportHealth } from "./report-health";

const REFUSED = ["not-signed-in", "not-allowed"] as const;
const NOT_WRITTEN = ["invalid-request", "malformed-json", "cross-site-request", ...REFUSED] as const;

/** How well the extension reads each site, and what is put right of it. */
export function siteRoutes(deps: Deps, authorise: Authorise) {
  return new Hono<AppEnv>()
    .get(
      "/health",
      describe(
        "How often each site's adapter found posts and their fields in the last 14 days: counts alone",
        { 200: { description: "By adapter and day, the newest first", schema: healthReportSchema } },
        REFUSED,
      ),
      authorise("sites:read"),
      async (c) => c.json(await findHealth(deps, c.get("caller")), 200),
    )
    .post(
      "/health",
      describe(
        "Tell what was counted since the last report; the same report counts once",
        { 204: { description: "Counted" } },
        NOT_WRITTEN,
      ),
      authorise("complaint:register"),
      validate("json", reportHealthSchema),
      async (c) => {
        await reportHealth(deps, c.get("caller"), c.req.valid("json"));
        return c.body(null, 204);
      },
    )
    .get(
      "/corrections",
      describe(
        "Selectors that were put right, by adapter; with an ETag",
        {
          200: { description: "Those in force", schema: siteCorrectionsSchema },
          304: { description: "As those whose ETag was sent in If-None-Match" },
        },
        REFUSED,
      ),
      // An extension looks for posts by them.
      authorise("complaint:read", "complaint:register"),
      async (c) => {
        const corrections = await findCorrections(deps, c.get("caller"));
        const etag = `"corrections-${corrections.revision}"`;
        c.header("ETag", etag);
        // Kept by the reader, but asked about every time.
        c.header("Cache-Control", "private, no-cache");
        if (c.req.header("if-none-match") === etag) return c.body(null, 304);
        return c.json(corrections, 200);
      },
    )
    .put(
      "/corrections",
      describe(
        "Put others in their place; `revision` is that of those that were changed",
        { 200: { description: "Those in force now", schema: siteCorrectionsSchema } },
        ["corrections-changed", ...NOT_WRITTEN],
      ),
      authorise("sites:write"),
      validate("json", writtenCorrectionsSchema),
      async (c) => c.json(await saveCorrections(deps, c.get("caller"), c.req.valid("json")), 200),
    );
}
