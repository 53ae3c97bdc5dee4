import { confirmedSchema } from "@otklik/shared/people/sign-in";
import { Hono } from "hono";
import { z } from "zod";
import type { Deps } from "../deps";
import type { AppEnv } from "../http/app-env";
import type { Authorise } from "../http/authenticate";
import { describe } from "../http/describe";
import { validate } from "../http/validate";
import type { Passwords } from "../people/passwords";
import { confirmCaller } from "./confirm-caller";
import { removeIdentity } from "./remove-identity";

/**
 * By what the caller is known at an identity provider: `/api/account/identities`. It is listed by `GET /api/account`,
 * and a colleague's by `/api/people/:id/identities`.
 */
export function identityRoutes(deps: Deps, authorise: Authorise, passwords: Passwords) {
  return new Hono<AppEnv>().post(
    "/:id/removal",
    describe(
      "Sign in no more by that name at the identity provider",
      { 204: { description: "It opens nothing any more" } },
      [
        "invalid-request",
        "not-signed-in",
        "not-allowed",
        "cross-site-request",
        "not-found",
        "not-confirmed",
        "sign-in-step-over",
        "last-way-in",
      ],
    ),
    authorise("account:own"),
    validate("param", z.strictObject({ id: z.uuid() })),
    validate("json", confirmedSchema),
    async (c) => {
      const caller = c.get("caller");
      await confirmCaller(deps, passwords, caller, c.req.valid("json").confirmation);
      await removeIdentity(deps, caller, caller.personId, c.req.valid("param").id);
      return c.body(null, 204);
    },
  );
}
