import { currentRulesSchema } from "@otklik/shared/settings/regulation-settings";
import { Hono } from "hono";
import type { Deps } from "../../deps";
import type { AppEnv } from "../../http/app-env";
import type { Authorise } from "../../http/authenticate";
import { describe } from "../../http/describe";
import { findCurrentRules, rulesTag } from "./find-current-rules";

/** `/rules`: what an extension dates its drafts by. */
export function rulesRoutes(deps: Deps, authorise: Authorise) {
  return new Hono<AppEnv>().get(
    "/",
    describe(
      "By what a complaint registered now is dated; with an ETag",
      {
        200: { description: "Regulation, calendar and zone", schema: currentRulesSchema },
        304: { description: "As those whose ETag was sent in If-None-Match" },
      },
      ["not-signed-in", "not-allowed"],
    ),
    authorise("rules:read"),
    async (c) => {
      const rules = await findCurrentRules(deps, c.get("caller"));
      const etag = rulesTag(rules);
      c.header("ETag", etag);
      // Kept by the reader, but asked about every time.
      c.header("Cache-Control", "private, no-cache");
      if (c.req.header("if-none-match") === etag) return c.body(null, 304);
      return c.json(rules, 200);
    },
  );
}
