import {
  askRegisteredBeforeSchema,
  registeredBeforeAnswerSchema,
} from "@otklik/shared/capture/registered-before";
import { addClipSchema, clipAddedSchema } from "@otklik/shared/complaint/complaint";
import { Hono } from "hono";
import { z } from "zod";
import type { Deps } from "../deps";
import type { AppEnv } from "../http/app-env";
import type { Authorise } from "../http/authenticate";
import { describe } from "../http/describe";
import { limitIngest } from "../http/limit-ingest";
import { validate } from "../http/validate";
import { addClip } from "./add-clip";
import { findRegisteredBefore } from "./find-registered-before";

const byId = z.strictObject({ id: z.uuid().toLowerCase() });
const REFUSED = ["invalid-request", "malformed-json", "not-signed-in", "not-allowed"] as const;

/** What is asked before a clip is registered, and what is added after: mounted under complaints. */
export function clipRoutes(deps: Deps, authorise: Authorise) {
  const limited = limitIngest(deps);
  return new Hono<AppEnv>()
    .post(
      "/registered-before",
      describe(
        "Which complaints are of these posts, and which are in much the same words; nothing is changed",
        { 200: { description: "Those that are, the newest first", schema: registeredBeforeAnswerSchema } },
        REFUSED,
      ),
      authorise("complaint:register"),
      validate("json", askRegisteredBeforeSchema),
      async (c) => c.json(await findRegisteredBefore(deps, c.get("caller"), c.req.valid("json")), 200),
    )
    .post(
      "/:id/clips",
      describe(
        "Add a further clip to a registered complaint; no clock moves. Sending it again adds it once",
        {
          201: { description: "Added now", schema: clipAddedSchema },
          200: { description: "Had been added before", schema: clipAddedSchema },
        },
        [
          "not-found",
          "complaint-closed",
          "complaint-merged",
          "clip-id-reused",
          "proof-mismatch",
          "body-too-large",
          ...REFUSED,
        ],
      ),
      authorise("complaint:register"),
      limited,
      validate("param", byId),
      validate("json", addClipSchema),
      async (c) => {
        const input = { complaintId: c.req.valid("param").id, ...c.req.valid("json") };
        const added = await addClip(deps, c.get("caller"), input);
        return c.json(added, added.created ? 201 : 200);
      },
    );
}
