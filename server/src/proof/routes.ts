import { complaintProofSchema } from "@otklik/shared/proof/complaint-proof";
import { Hono } from "hono";
import { z } from "zod";
import type { Deps } from "../deps";
import type { AppEnv } from "../http/app-env";
import type { Authorise } from "../http/authenticate";
import { describe } from "../http/describe";
import { validate } from "../http/validate";
import { findProof } from "./find-proof";

const byId = z.strictObject({ id: z.uuid() });
const REFUSED = ["not-found", "not-signed-in", "not-allowed"] as const;

/** What proves a complaint's clips: mounted under it. */
export function proofRoutes(deps: Deps, authorise: Authorise) {
  return new Hono<AppEnv>().get(
    "/:id/proof",
    describe(
      "What was signed in the browser, the register's signed receipt, and whether the stored bytes are still those",
      { 200: { description: "For each clip of the complaint", schema: complaintProofSchema } },
      REFUSED,
    ),
    authorise("complaint:read"),
    validate("param", byId),
    async (c) => c.json(await findProof(deps, c.get("caller"), c.req.valid("param").id), 200),
  );
}
