import { colleaguesSchema } from "@otklik/shared/people/colleague";
import { Hono } from "hono";
import type { Deps } from "../deps";
import type { AppEnv } from "../http/app-env";
import type { Authorise } from "../http/authenticate";
import { describe } from "../http/describe";
import { listColleagues } from "./list-colleagues";

/** The people of the organisation by name alone, for whoever has to choose one. */
export function colleagueRoutes(deps: Deps, authorise: Authorise) {
  return new Hono<AppEnv>().get(
    "/",
    describe(
      "Colleagues to choose from: whom a complaint is about, or who shall decide",
      { 200: { description: "By name", schema: colleaguesSchema } },
      ["not-signed-in", "not-allowed"],
    ),
    authorise("complaint:name-subject", "extension:request"),
    async (c) => c.json({ colleagues: await listColleagues(deps, c.get("caller")) }, 200),
  );
}
