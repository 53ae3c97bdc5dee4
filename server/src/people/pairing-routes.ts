import {
  decidePairingSchema,
  pairingRequestSchema,
  pairingStartedSchema,
  pairingTokenRequestSchema,
  pairingTokenSchema,
  startPairingSchema,
  userCodeSchema,
} from "@otklik/shared/people/account";
import { type Context, Hono } from "hono";
import { z } from "zod";
import type { Deps } from "../deps";
import { RegisterError } from "../errors";
import type { AppEnv } from "../http/app-env";
import type { Authorise } from "../http/authenticate";
import { clientAddress } from "../http/client-address";
import { describe } from "../http/describe";
import { validate } from "../http/validate";
import { claimPairing } from "./claim-pairing";
import { decidePairing } from "./decide-pairing";
import { isExtensionOrigin } from "./extension-origin";
import { issueDeviceToken } from "./issue-device-token";
import { startPairing } from "./start-pairing";

const byUserCode = z.strictObject({ userCode: userCodeSchema });

/** `/pairings`: a browser asks for a token and waits, its person claims and decides, after RFC 8628. */
export function pairingRoutes(deps: Deps, authorise: Authorise) {
  return new Hono<AppEnv>()
    .post(
      "/",
      describe(
        "Begin to pair an extension: it shows the user code and asks for its token by the device code",
        { 201: { description: "Waiting for a person", schema: pairingStartedSchema } },
        ["invalid-request", "not-allowed"],
      ),
      validate("json", startPairingSchema),
      async (c) => {
        const origin = extensionOrigin(c);
        await deps.limits.pairingStart.count(clientAddress(c));
        return c.json(await startPairing(deps, origin, c.req.valid("json")), 201);
      },
    )
    .post(
      "/token",
      describe(
        "Ask for the token of a device that was approved; given once",
        { 200: { description: "The token", schema: pairingTokenSchema } },
        [
          "invalid-request",
          "not-allowed",
          "pairing-waiting",
          "pairing-too-fast",
          "pairing-invalid",
          "pairing-expired",
          "pairing-refused",
        ],
      ),
      validate("json", pairingTokenRequestSchema),
      async (c) => c.json(await issueDeviceToken(deps, extensionOrigin(c), c.req.valid("json")), 200),
    )
    .post(
      "/:userCode/claim",
      describe(
        "Open a code in this session, which alone decides it from then on, and see what asks to be paired",
        { 200: { description: "The device", schema: pairingRequestSchema } },
        [
          "not-signed-in",
          "not-allowed",
          "cross-site-request",
          "not-found",
          "pairing-expired",
          "pairing-claimed",
        ],
      ),
      authorise("device:approve"),
      validate("param", byUserCode),
      async (c) => c.json(await claimPairing(deps, c.get("caller"), c.req.valid("param").userCode), 200),
    )
    .post(
      "/:userCode/decision",
      describe(
        "Approve or refuse a device",
        { 200: { description: "Decided", schema: pairingRequestSchema } },
        [
          "invalid-request",
          "not-signed-in",
          "not-allowed",
          "cross-site-request",
          "not-found",
          "pairing-expired",
          "pairing-claimed",
          "pairing-decided",
        ],
      ),
      authorise("device:approve"),
      validate("param", byUserCode),
      validate("json", decidePairingSchema),
      async (c) =>
        c.json(
          await decidePairing(deps, c.get("caller"), {
            ...c.req.valid("param"),
            ...c.req.valid("json"),
          }),
          200,
        ),
    );
}

/** Only an extension pairs, and its browser says which one it is. */
function extensionOrigin(c: Context): string {
  const origin = c.req.header("origin");
  if (origin === undefined || !isExtensionOrigin(origin)) throw new RegisterError("not-allowed");
  return origin;
}
