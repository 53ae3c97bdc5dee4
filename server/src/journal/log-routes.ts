import { logQuerySchema, logSchema } from "@otklik/shared/people/people";
import { Hono } from "hono";
import type { Deps } from "../deps";
import type { AppEnv } from "../http/app-env";
import type { Authorise } from "../http/authenticate";
import { describe } from "../http/describe";
import { validate } from "../http/validate";
import { listLog } from "./list-log";

/** What was done in the organisation, by whom: the newest first. */
export function logRoutes(deps: Deps, authorise: Authorise) {
  return new Hono<AppEnv>().get(
    "/",
    describe(
      "What was done in the organisation, by whom",
      { 200: { description: "The newest first", schema: logSchema } },
      ["invalid-request", "not-signed-in", "not-allowed"],
    ),
    authorise("log:read"),
    validate("query", logQuerySchema),
    async (c) => c.json(await listLog(deps, c.get("caller"), c.req.valid("query")), 200),
  );
}
