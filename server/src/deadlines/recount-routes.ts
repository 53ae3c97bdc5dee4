import { Hono } from "hono";
import type { Deps } from "../deps";
import type { AppEnv } from "../http/app-env";
import type { Authorise } from "../http/authenticate";
import { describe } from "../http/describe";
import { LINES_MEDIA_TYPE, streamLines } from "../http/stream-lines";
import { recountOpenComplaints } from "./recount-open-complaints";

/** `/recounts`: due dates of open complaints, counted anew by the calendar and rules of now. */
export function recountRoutes(deps: Deps, authorise: Authorise) {
  return new Hono<AppEnv>().post(
    "/",
    describe(
      "Count all open complaints by the newest calendar; lines tell how far it has come",
      {
        200: { description: "CountProgress on each line; the last has `done`", mediaType: LINES_MEDIA_TYPE },
      },
      ["cross-site-request", "not-signed-in", "not-allowed"],
    ),
    authorise("rules:write"),
    (c) => streamLines(c, recountOpenComplaints(deps, c.get("caller")), deps.log),
  );
}
