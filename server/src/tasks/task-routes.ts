import { doTaskSchema, findTaskSchema, taskDoneSchema, taskSchema } from "@otklik/shared/complaint/task";
import { type Context, Hono } from "hono";
import type { Deps } from "../deps";
import type { AppEnv } from "../http/app-env";
import { clientAddress } from "../http/client-address";
import { describe } from "../http/describe";
import { requireSameOrigin } from "../http/same-origin";
import { validate } from "../http/validate";
import { doTask } from "./do-task";
import { findTask } from "./find-task";

const REFUSED = ["invalid-request", "not-found", "cross-site-request"] as const;

/** What is done by a link for one task, without signing in. Links that open nothing are counted by address, uses by the link. */
export function taskRoutes(deps: Deps) {
  const { linkMisses, linkUse } = deps.limits;
  const guarded = async <T>(c: Context<AppEnv>, token: string, work: () => Promise<T>): Promise<T> => {
    requireSameOrigin(c, deps.env.publicUrl, "allow");
    return linkMisses.countMisses(clientAddress(c), "not-found", async () => {
      // Behind the address: whoever has used up its misses makes us store nothing more.
      await linkUse.count(`task ${token}`);
      return work();
    });
  };
  return new Hono<AppEnv>()
    .post(
      "/lookup",
      describe(
        "What a link for one task is for; asking changes nothing",
        { 200: { description: "What is to be decided", schema: taskSchema } },
        REFUSED,
      ),
      validate("json", findTaskSchema),
      async (c) => {
        const { token } = c.req.valid("json");
        return c.json(await guarded(c, token, () => findTask(deps, token)), 200);
      },
    )
    .post(
      "/",
      describe(
        "Decide by a link, once; sent again it tells what was decided",
        { 200: { description: "Decided", schema: taskDoneSchema } },
        [
          ...REFUSED,
          "complaint-closed",
          "complaint-merged",
          "conflict-of-interest",
          "step-already-recorded",
          "extension-decided",
          "extension-not-allowed",
          "extension-too-late",
          "extension-not-later",
          "extension-too-long",
        ],
      ),
      validate("json", doTaskSchema),
      async (c) => {
        const input = c.req.valid("json");
        return c.json(await guarded(c, input.token, () => doTask(deps, input)), 200);
      },
    );
}
