import { devicesSchema } from "@otklik/shared/people/account";
import { Hono } from "hono";
import { z } from "zod";
import type { Deps } from "../deps";
import { RegisterError } from "../errors";
import type { AppEnv } from "../http/app-env";
import type { Authorise } from "../http/authenticate";
import { describe } from "../http/describe";
import { validate } from "../http/validate";
import { listDevices } from "./list-devices";
import { revokeAllDevices } from "./revoke-all-devices";
import { revokeDevice } from "./revoke-device";

/** `/devices`: paired browsers, one's own and, for an administrator, everybody's. */
export function deviceRoutes(deps: Deps, authorise: Authorise) {
  return new Hono<AppEnv>()
    .get(
      "/",
      describe(
        "The caller's paired extensions",
        { 200: { description: "Newest first", schema: devicesSchema } },
        ["not-signed-in", "not-allowed"],
      ),
      authorise("device:approve"),
      async (c) =>
        c.json({ devices: await listDevices(deps, c.get("caller"), c.get("caller").personId) }, 200),
    )
    .delete(
      "/current",
      describe(
        "Unpair the extension that asks",
        { 204: { description: "Its token opens nothing any more" } },
        ["not-signed-in", "not-found"],
      ),
      authorise(),
      async (c) => {
        const caller = c.get("caller");
        if (caller.deviceId === null) throw new RegisterError("not-found");
        await revokeDevice(deps, caller, caller.personId, caller.deviceId);
        return c.body(null, 204);
      },
    )
    .delete(
      "/",
      describe("Unpair all of the caller's extensions", { 204: { description: "Unpaired" } }, [
        "not-signed-in",
        "not-allowed",
        "cross-site-request",
      ]),
      authorise("device:approve"),
      async (c) => {
        const caller = c.get("caller");
        await revokeAllDevices(deps, caller, caller.personId);
        return c.body(null, 204);
      },
    )
    .delete(
      "/:id",
      describe("Unpair one of the caller's extensions", { 204: { description: "Unpaired" } }, [
        "not-signed-in",
        "not-allowed",
        "cross-site-request",
        "not-found",
      ]),
      authorise("device:approve"),
      validate("param", z.strictObject({ id: z.uuid() })),
      async (c) => {
        const caller = c.get("caller");
        await revokeDevice(deps, caller, caller.personId, c.req.valid("param").id);
        return c.body(null, 204);
      },
    );
}
