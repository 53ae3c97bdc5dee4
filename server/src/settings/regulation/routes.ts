import {
  previewRegulationSchema,
  publishRegulationSchema,
  regulationDraftSchema,
  regulationSettingsSchema,
  saveDraftSchema,
} from "@otklik/shared/settings/regulation-settings";
import { Hono } from "hono";
import type { Deps } from "../../deps";
import type { AppEnv } from "../../http/app-env";
import type { Authorise } from "../../http/authenticate";
import { describe } from "../../http/describe";
import { LINES_MEDIA_TYPE, streamLines } from "../../http/stream-lines";
import { validate } from "../../http/validate";
import { discardRegulationDraft } from "./discard-regulation-draft";
import { previewRegulation } from "./preview-regulation";
import { publishRegulation } from "./publish-regulation";
import { readRegulationSettings } from "./read-regulation-settings";
import { saveRegulationDraft } from "./save-regulation-draft";

const REFUSED = ["not-signed-in", "not-allowed"] as const;
const NOT_WRITTEN = ["invalid-request", "malformed-json", "cross-site-request", ...REFUSED] as const;

/** `/regulation`: the shared draft, its preview, and publishing it from a date on. */
export function regulationRoutes(deps: Deps, authorise: Authorise) {
  return new Hono<AppEnv>()
    .get(
      "/",
      describe(
        "The regulation in force, all versions of it, and the draft of the next",
        { 200: { description: "The settings", schema: regulationSettingsSchema } },
        REFUSED,
      ),
      authorise("rules:read"),
      async (c) => c.json(await readRegulationSettings(deps, c.get("caller")), 200),
    )
    .post(
      "/",
      describe(
        "Publish a regulation: complaints registered from its day on are dated by it",
        { 201: { description: "Published, and the draft is gone", schema: regulationSettingsSchema } },
        [
          "regulation-in-past",
          "regulation-changed",
          "draft-changed",
          "calendar-cannot-count",
          ...NOT_WRITTEN,
        ],
      ),
      authorise("rules:write"),
      validate("json", publishRegulationSchema),
      async (c) => c.json(await publishRegulation(deps, c.get("caller"), c.req.valid("json")), 201),
    )
    .post(
      "/preview",
      describe(
        "Which due dates of the open complaints would be others by these rules; nothing is changed",
        {
          200: {
            description: "CountProgress on each line; the last has `done`",
            mediaType: LINES_MEDIA_TYPE,
          },
        },
        ["calendar-cannot-count", ...NOT_WRITTEN],
      ),
      authorise("rules:write"),
      validate("json", previewRegulationSchema),
      (c) =>
        streamLines(c, previewRegulation(deps, c.get("caller"), c.req.valid("json").timeLimits), deps.log),
    )
    .put(
      "/draft",
      describe(
        "Keep what is being written of the next regulation",
        { 200: { description: "The draft as it is kept", schema: regulationDraftSchema } },
        ["draft-changed", ...NOT_WRITTEN],
      ),
      authorise("rules:write"),
      validate("json", saveDraftSchema),
      async (c) => c.json(await saveRegulationDraft(deps, c.get("caller"), c.req.valid("json")), 200),
    )
    .delete(
      "/draft",
      describe(
        "Throw the draft away; without one nothing is done",
        { 204: { description: "There is none now" } },
        ["cross-site-request", ...REFUSED],
      ),
      authorise("rules:write"),
      async (c) => {
        await discardRegulationDraft(deps, c.get("caller"));
        return c.body(null, 204);
      },
    );
}
