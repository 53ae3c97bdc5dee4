import { sessionSchema, signInSchema } from "@otklik/shared/people/account";
import { codeOwedSchema, organisationOwedSchema } from "@otklik/shared/people/sign-in";
import { Hono } from "hono";
import { z } from "zod";
import type { Deps } from "../deps";
import type { AppEnv } from "../http/app-env";
import type { Authorise } from "../http/authenticate";
import { describe } from "../http/describe";
import { requireSameOrigin } from "../http/same-origin";
import { clearSessionCookie, writeSessionCookie } from "../http/session-cookie";
import { validate } from "../http/validate";
import { visitOf } from "../http/visit-of";
import { findSession } from "./find-session";
import type { Passwords } from "./passwords";
import { signIn } from "./sign-in";
import { signOut } from "./sign-out";

/** Signing in by a password, who is signed in, and signing out: `/api/session`. */
export function sessionRoutes(deps: Deps, authorise: Authorise, passwords: Passwords) {
  return new Hono<AppEnv>()
    .post(
      "/",
      describe(
        "Sign in",
        {
          201: { description: "Signed in by a cookie", schema: sessionSchema },
          202: {
            description: "The password is right, and a code is owed as well, or which organisation is meant",
            schema: z.union([organisationOwedSchema, codeOwedSchema]),
          },
        },
        ["invalid-request", "wrong-credentials", "access-ended", "cross-site-request"],
      ),
      validate("json", signInSchema),
      async (c) => {
        requireSameOrigin(c, deps.env.publicUrl, "allow");
        const signedIn = await signIn(deps, passwords, c.req.valid("json"), visitOf(c));
        if ("owed" in signedIn) return c.json(signedIn.owed, 202);
        const { session } = signedIn;
        writeSessionCookie(c, deps.env.publicUrl, session.token, session.expiresAt);
        return c.json(await findSession(deps, session), 201);
      },
    )
    .get(
      "/",
      describe(
        "Who asks, at the desk or by a device",
        { 200: { description: "Person, organisation, permissions", schema: sessionSchema } },
        ["not-signed-in"],
      ),
      authorise("organisation:read", "account:own"),
      async (c) => c.json(await findSession(deps, c.get("caller")), 200),
    )
    .delete(
      "/",
      describe("Sign out of this browser", { 204: { description: "Signed out" } }, [
        "not-signed-in",
        "not-allowed",
        "cross-site-request",
      ]),
      authorise("account:own"),
      async (c) => {
        await signOut(deps, c.get("caller"));
        clearSessionCookie(c, deps.env.publicUrl);
        c.header("Clear-Site-Data", '"cookies", "storage"');
        return c.body(null, 204);
      },
    );
}
