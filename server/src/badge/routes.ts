import { badgeQuerySchema, badgeSnapshotSchema } from "@otklik/shared/badge/badge-snapshot";
import { Hono } from "hono";
import type { Deps } from "../deps";
import type { AppEnv } from "../http/app-env";
import type { Authorise } from "../http/authenticate";
import { describe } from "../http/describe";
import { validate } from "../http/validate";
import { badgeTag } from "./badge-tag";
import { findBadge } from "./find-badge";

/** `/badge`: what the toolbar counts. */
export function badgeRoutes(deps: Deps, authorise: Authorise) {
  return new Hono<AppEnv>().get(
    "/",
    describe(
      "How many complaints are overdue and due, and the coming due instants; with an ETag",
      {
        200: { description: "The counts", schema: badgeSnapshotSchema },
        304: { description: "As the one whose ETag was sent in If-None-Match" },
      },
      ["invalid-request", "not-signed-in", "not-allowed"],
    ),
    authorise("badge:read"),
    validate("query", badgeQuerySchema),
    async (c) => {
      const snapshot = await findBadge(deps, c.get("caller"), c.req.valid("query").window);
      const etag = badgeTag(snapshot);
      c.header("ETag", etag);
      // Kept by the reader, but asked about every time.
      c.header("Cache-Control", "private, no-cache");
      if (c.req.header("if-none-match") === etag) return c.body(null, 304);
      return c.json(snapshot, 200);
    },
  );
}
