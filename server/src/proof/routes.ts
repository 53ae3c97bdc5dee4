import { complaintProofSchema } from "@otklik/shared/proof/complaint-proof";
import { Hono } from "hono";
import { z } from "zod";
import type { Deps } from "../deps";
import type { AppEnv } from "../http/app-env";
import type { Authorise } from "../http/authenticate";
import { describe } from "../http/describe";
import { validate } from "../http/validate";
import { findProof } from "./find-proof";
import { packProof } from "./pack-proof";

const byId = z.strictObject({ id: z.uuid() });
const REFUSED = ["not-found", "not-signed-in", "not-allowed"] as const;

/** What proves a complaint's clips: mounted under it. */
export function proofRoutes(deps: Deps, authorise: Authorise) {
  return new Hono<AppEnv>()
    .get(
      "/:id/proof.zip",
      describe(
        "The same as files, with a page that checks them anywhere, without the register and without a network",
        { 200: { description: "A ZIP archive", mediaType: "application/zip" } },
        REFUSED,
      ),
      authorise("complaint:read"),
      validate("param", byId),
      async (c) => {
        const archive = await packProof(deps, c.get("caller"), c.req.valid("param").id);
        return c.body(archive.stream, 200, {
          "Content-Type": "application/zip",
          "Content-Disposition": `attachment; filename="${archive.name}"`,
          "Cache-Control": "no-store",
        });
      },
    )
    .get(
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
