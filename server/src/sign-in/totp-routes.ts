import {
  confirmedSchema,
  confirmTotpSchema,
  recoveryCodesSchema,
  totpOfferSchema,
} from "@otklik/shared/people/sign-in";
import { Hono } from "hono";
import type { Deps } from "../deps";
import type { AppEnv } from "../http/app-env";
import type { Authorise } from "../http/authenticate";
import { describe } from "../http/describe";
import { validate } from "../http/validate";
import type { Passwords } from "../people/passwords";
import { confirmCaller } from "./confirm-caller";
import { confirmTotp } from "./confirm-totp";
import { offerTotp } from "./offer-totp";
import { removeTotp } from "./remove-totp";
import { renewRecoveryCodes } from "./renew-recovery-codes";
import type { Sealer } from "./sealer";

const REFUSALS = ["invalid-request", "not-signed-in", "not-allowed", "cross-site-request"] as const;
const CONFIRMED = [...REFUSALS, "not-confirmed", "sign-in-step-over", "not-found"] as const;

/** The second factor of the caller: `/api/account/totp`. */
export function totpRoutes(deps: Deps, authorise: Authorise, passwords: Passwords, sealer: Sealer) {
  return new Hono<AppEnv>()
    .post(
      "/",
      describe(
        "Offer a secret for an app that makes codes",
        { 201: { description: "Asked for from the first code on", schema: totpOfferSchema } },
        [...CONFIRMED, "totp-on"],
      ),
      authorise("account:own"),
      validate("json", confirmedSchema),
      async (c) => {
        const caller = c.get("caller");
        await confirmCaller(deps, passwords, caller, c.req.valid("json").confirmation);
        return c.json(await offerTotp(deps, sealer, caller), 201);
      },
    )
    .post(
      "/confirmation",
      describe(
        "Ask for codes from now on",
        { 201: { description: "Recovery codes, shown this once", schema: recoveryCodesSchema } },
        [...REFUSALS, "wrong-code", "totp-on", "totp-off", "sign-in-step-over"],
      ),
      authorise("account:own"),
      validate("json", confirmTotpSchema),
      async (c) => {
        const recoveryCodes = await confirmTotp(deps, sealer, c.get("caller"), c.req.valid("json").code);
        return c.json({ recoveryCodes }, 201);
      },
    )
    .post(
      "/recovery-codes",
      describe(
        "New recovery codes in place of the old",
        { 201: { description: "Shown this once", schema: recoveryCodesSchema } },
        [...CONFIRMED, "totp-off"],
      ),
      authorise("account:own"),
      validate("json", confirmedSchema),
      async (c) => {
        const caller = c.get("caller");
        await confirmCaller(deps, passwords, caller, c.req.valid("json").confirmation);
        return c.json({ recoveryCodes: await renewRecoveryCodes(deps, caller) }, 201);
      },
    )
    .post(
      "/removal",
      describe("Ask for codes no more", { 204: { description: "Turned off" } }, [...CONFIRMED, "totp-off"]),
      authorise("account:own"),
      validate("json", confirmedSchema),
      async (c) => {
        const caller = c.get("caller");
        await confirmCaller(deps, passwords, caller, c.req.valid("json").confirmation);
        await removeTotp(deps, caller);
        return c.body(null, 204);
      },
    );
}
