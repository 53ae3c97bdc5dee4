import {
  addPasskeySchema,
  confirmedSchema,
  passkeyOptionsSchema,
  renamePasskeySchema,
} from "@otklik/shared/people/sign-in";
import { Hono } from "hono";
import { z } from "zod";
import type { Deps } from "../deps";
import type { AppEnv } from "../http/app-env";
import type { Authorise } from "../http/authenticate";
import { describe } from "../http/describe";
import { validate } from "../http/validate";
import type { Passwords } from "../people/passwords";
import { addPasskey } from "./add-passkey";
import { confirmCaller } from "./confirm-caller";
import { offerPasskey } from "./offer-passkey";
import { removePasskey } from "./remove-passkey";
import { renamePasskey } from "./rename-passkey";
import { startPasskey } from "./start-passkey";

const REFUSALS = ["not-signed-in", "not-allowed", "cross-site-request", "not-found"] as const;
const CONFIRMED = [...REFUSALS, "invalid-request", "not-confirmed", "sign-in-step-over"] as const;

const byId = validate("param", z.strictObject({ id: z.uuid() }));

/** The caller's passkeys: `/api/account/passkeys`. They are listed by `GET /api/account`. */
export function passkeyRoutes(deps: Deps, authorise: Authorise, passwords: Passwords) {
  return new Hono<AppEnv>()
    .post(
      "/challenge",
      describe(
        "Ask for one of the caller's passkeys, to confirm something by it",
        { 201: { description: "For the browser's dialog", schema: passkeyOptionsSchema } },
        REFUSALS,
      ),
      authorise("account:own"),
      async (c) => c.json(await startPasskey(deps, c.get("caller")), 201),
    )
    .post(
      "/options",
      describe(
        "What the browser needs to make a passkey",
        { 201: { description: "For the browser's dialog", schema: passkeyOptionsSchema } },
        [...CONFIRMED, "too-many-passkeys"],
      ),
      authorise("account:own"),
      validate("json", confirmedSchema),
      async (c) => {
        const caller = c.get("caller");
        await confirmCaller(deps, passwords, caller, c.req.valid("json").confirmation);
        return c.json(await offerPasskey(deps, caller), 201);
      },
    )
    .post(
      "/",
      describe(
        "Add the passkey that the browser has made",
        { 201: { description: "Added", schema: z.object({ id: z.uuid() }) } },
        [
          ...REFUSALS,
          "invalid-request",
          "sign-in-step-over",
          "passkey-refused",
          "passkey-known",
          "too-many-passkeys",
        ],
      ),
      authorise("account:own"),
      validate("json", addPasskeySchema),
      async (c) => c.json(await addPasskey(deps, c.get("caller"), c.req.valid("json")), 201),
    )
    .patch(
      "/:id",
      describe("Give a passkey another name", { 204: { description: "Renamed" } }, [
        ...REFUSALS,
        "invalid-request",
      ]),
      authorise("account:own"),
      byId,
      validate("json", renamePasskeySchema),
      async (c) => {
        await renamePasskey(deps, c.get("caller"), c.req.valid("param").id, c.req.valid("json").name);
        return c.body(null, 204);
      },
    )
    .post(
      "/:id/removal",
      describe("Remove a passkey", { 204: { description: "It opens nothing any more" } }, [
        ...CONFIRMED,
        "last-way-in",
      ]),
      authorise("account:own"),
      byId,
      validate("json", confirmedSchema),
      async (c) => {
        const caller = c.get("caller");
        await confirmCaller(deps, passwords, caller, c.req.valid("json").confirmation);
        await removePasskey(deps, caller, c.req.valid("param").id);
        return c.body(null, 204);
      },
    );
}
