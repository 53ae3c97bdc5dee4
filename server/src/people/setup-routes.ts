import {
  findSetupLinkSchema,
  sessionSchema,
  setupSchema,
  setupStateSchema,
} from "@otklik/shared/people/account";
import { Hono } from "hono";
import type { Deps } from "../deps";
import type { AppEnv } from "../http/app-env";
import { clientAddress } from "../http/client-address";
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

/** What may be wrong with a link to the set-up, or with whoever opens it. */
const REFUSALS = [
  "invalid-request",
  "not-found",
  "setup-done",
  "setup-link-used",
  "setup-elsewhere",
  "cross-site-request",
] as const;

/** `/setup`: the link that makes the first organisation and its administrator, once. */
export function setupRoutes(deps: Deps, passwords: Passwords) {
  return new Hono<AppEnv>()
    .post(
      "/lookup",
      describe(
        "Whether a set-up link may still be used; looking does not use it",
        { 200: { description: "It may", schema: setupStateSchema } },
        REFUSALS,
      ),
      ownMachineOnly(),
      // In the body: what is in an address stands in the logs of every server on the way.
      validate("json", findSetupLinkSchema),
      async (c) => {
        requireSameOrigin(c, deps.env.publicUrl, "allow");
        return c.json(await findSetupLink(deps, c.req.valid("json").token, clientAddress(c)), 200);
      },
    )
    .post(
      "/",
      describe(
        "Make the organisation and its first admin, who is then signed in",
        { 201: { description: "Signed in by a cookie", schema: sessionSchema } },
        REFUSALS,
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
