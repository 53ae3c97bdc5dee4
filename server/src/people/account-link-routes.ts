import { sessionSchema } from "@otklik/shared/people/account";
import {
  accountLinkSchema,
  findAccountLinkSchema,
  requestResetSchema,
  useAccountLinkSchema,
} from "@otklik/shared/people/people";
import { codeOwedSchema } from "@otklik/shared/people/sign-in";
import { Hono } from "hono";
import type { Deps } from "../deps";
import type { AppEnv } from "../http/app-env";
import { clientAddress } from "../http/client-address";
import { describe } from "../http/describe";
import { requireSameOrigin } from "../http/same-origin";
import { writeSessionCookie } from "../http/session-cookie";
import { validate } from "../http/validate";
import { visitOf } from "../http/visit-of";
import { findAccountLink } from "./find-account-link";
import { findSession } from "./find-session";
import type { Passwords } from "./passwords";
import { requestReset } from "./request-reset";
import { useAccountLink } from "./use-account-link";

/** Invitations and new passwords, for whoever holds the link. */
export function accountLinkRoutes(deps: Deps, passwords: Passwords) {
  return new Hono<AppEnv>()
    .post(
      "/lookup",
      describe(
        "Whom an invitation or a link for a new password is for; looking does not use it",
        { 200: { description: "It may still be used", schema: accountLinkSchema } },
        ["invalid-request", "account-link-invalid", "cross-site-request"],
      ),
      // In the body: what is in an address stands in the logs of every server on the way.
      validate("json", findAccountLinkSchema),
      async (c) => {
        requireSameOrigin(c, deps.env.publicUrl, "allow");
        return c.json(await findAccountLink(deps, c.req.valid("json").token, clientAddress(c)), 200);
      },
    )
    .post(
      "/",
      describe(
        "Set the password by a link, once, and sign in",
        {
          201: { description: "Signed in by a cookie", schema: sessionSchema },
          202: { description: "The password is set, and a code is owed as well", schema: codeOwedSchema },
        },
        ["invalid-request", "account-link-invalid", "cross-site-request"],
      ),
      validate("json", useAccountLinkSchema),
      async (c) => {
        requireSameOrigin(c, deps.env.publicUrl, "allow");
        const used = await useAccountLink(deps, passwords, c.req.valid("json"), visitOf(c));
        if ("owed" in used) return c.json(used.owed, 202);
        const { session } = used;
        writeSessionCookie(c, deps.env.publicUrl, session.token, session.expiresAt);
        return c.json(await findSession(deps, session), 201);
      },
    );
}

/** `/password-resets`: a link for a new password, asked for by anybody. */
export function passwordResetRoutes(deps: Deps) {
  return new Hono<AppEnv>().post(
    "/",
    describe(
      "Ask for a link for a new password by mail; the answer is the same for every address",
      { 202: { description: "If somebody has this address, a mail is on its way" } },
      ["invalid-request", "cross-site-request"],
    ),
    validate("json", requestResetSchema),
    async (c) => {
      requireSameOrigin(c, deps.env.publicUrl, "allow");
      // Not waited for: how long it takes would tell whether somebody has this address.
      requestReset(deps, c.req.valid("json").email, clientAddress(c)).catch((error: unknown) =>
        deps.log.error(
          { requestId: c.get("requestId"), err: error },
          "a link for a new password was not sent",
        ),
      );
      return c.body(null, 202);
    },
  );
}
