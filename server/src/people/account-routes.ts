import { accountSchema, changeAccountSchema } from "@otklik/shared/people/people";
import { changePasswordSchema } from "@otklik/shared/people/sign-in";
import { Hono } from "hono";
import { z } from "zod";
import type { Deps } from "../deps";
import type { AppEnv } from "../http/app-env";
import type { Authorise } from "../http/authenticate";
import { describe } from "../http/describe";
import { validate } from "../http/validate";
import { confirmCaller } from "../sign-in/confirm-caller";
import { changePassword } from "./change-password";
import { findAccount } from "./find-account";
import type { Passwords } from "./passwords";
import { renameOneself } from "./rename-oneself";
import { revokeOtherSessions, revokeSession } from "./revoke-session";

const OWN = ["not-signed-in", "not-allowed"] as const;

/** What a person manages of themselves; the ways to sign in beside the password are in `sign-in`. */
export function accountRoutes(deps: Deps, authorise: Authorise, passwords: Passwords) {
  return new Hono<AppEnv>()
    .get(
      "/",
      describe(
        "The caller's own name, ways to sign in, browsers and sign-in history",
        { 200: { description: "The account", schema: accountSchema } },
        OWN,
      ),
      authorise("account:own"),
      async (c) => c.json(await findAccount(deps, c.get("caller")), 200),
    )
    .patch(
      "/",
      describe("Change one's own name", { 200: { description: "Changed", schema: accountSchema } }, [
        "invalid-request",
        ...OWN,
        "cross-site-request",
      ]),
      authorise("account:own"),
      validate("json", changeAccountSchema),
      async (c) => {
        await renameOneself(deps, c.get("caller"), c.req.valid("json").name);
        return c.json(await findAccount(deps, c.get("caller")), 200);
      },
    )
    .post(
      "/password",
      describe(
        "Change one's own password, which signs all other browsers out",
        { 204: { description: "Changed" } },
        ["invalid-request", ...OWN, "cross-site-request", "not-confirmed", "sign-in-step-over", "not-found"],
      ),
      authorise("account:own"),
      validate("json", changePasswordSchema),
      async (c) => {
        const { confirmation, ...change } = c.req.valid("json");
        await confirmCaller(deps, passwords, c.get("caller"), confirmation);
        await changePassword(deps, passwords, c.get("caller"), change);
        return c.body(null, 204);
      },
    )
    .delete(
      "/sessions",
      describe("Sign out of all other browsers", { 204: { description: "Signed out" } }, [
        ...OWN,
        "cross-site-request",
      ]),
      authorise("account:own"),
      async (c) => {
        await revokeOtherSessions(deps, c.get("caller"));
        return c.body(null, 204);
      },
    )
    .delete(
      "/sessions/:id",
      describe("Sign out of one browser", { 204: { description: "Signed out" } }, [
        ...OWN,
        "cross-site-request",
        "not-found",
      ]),
      authorise("account:own"),
      validate("param", z.strictObject({ id: z.uuid() })),
      async (c) => {
        await revokeSession(deps, c.get("caller"), c.req.valid("param").id);
        return c.body(null, 204);
      },
    );
}
