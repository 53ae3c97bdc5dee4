import {
  sessionSchema,
  setupSchema,
  setupStateSchema,
  setupTokenSchema,
} from "@otklik/shared/people/account";
import { Hono } from "hono";
import { z } from "zod";
import type { Deps } from "../deps";
import type { AppEnv } from "../http/app-env";
import { describe } from "../http/describe";
import { ownMachineOnly } from "../http/own-machine";
import { requireSameOrigin } from "../http/same-origin";
import { writeSessionCookie } from "../http/session-cookie";
import { validate } from "../http/validate";
import { visitOf } from "../http/visit-of";
import { findSession } from "./find-session";
import { findSetupLink } from "./find-setup-link";
import type { Passwords } from "./passwords";
import { setUp } from "./set-up";

/** `/setup`: the link that makes the first organisation and its administrator, once. */
export function setupRoutes(deps: Deps, passwords: Passwords) {
  return new Hono<AppEnv>()
    .get(
      "/:token",
      describe(
        "Whether a set-up link may still be used",
        { 200: { description: "It may", schema: setupStateSchema } },
        ["not-found", "setup-done", "setup-link-used", "setup-elsewhere"],
      ),
      ownMachineOnly(),
      validate("param", z.strictObject({ token: setupTokenSchema })),
      async (c) => c.json(await findSetupLink(deps, c.req.valid("param").token), 200),
    )
    .post(
      "/",
      describe(
        "Make the organisation and its first admin, who is then signed in",
        { 201: { description: "Signed in by a cookie", schema: sessionSchema } },
        [
          "invalid-request",
          "not-found",
          "setup-done",
          "setup-link-used",
          "setup-elsewhere",
          "cross-site-request",
        ],
      ),
      ownMachineOnly(),
      validate("json", setupSchema),
      async (c) => {
        requireSameOrigin(c, deps.env.publicUrl, "allow");
        const session = await setUp(deps, passwords, c.req.valid("json"), visitOf(c));
        writeSessionCookie(c, deps.env.publicUrl, session.token, session.expiresAt);
        return c.json(await findSession(deps, session), 201);
      },
    );
}
