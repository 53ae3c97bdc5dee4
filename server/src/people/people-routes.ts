import { devicesSchema } from "@otklik/shared/people/account";
import {
  changePersonSchema,
  identitiesSchema,
  invitedSchema,
  inviteSchema,
  issuedLinkSchema,
  peopleSchema,
  personSchema,
} from "@otklik/shared/people/people";
import { confirmedSchema } from "@otklik/shared/people/sign-in";
import { Hono } from "hono";
import { z } from "zod";
import type { Deps } from "../deps";
import type { AppEnv } from "../http/app-env";
import type { Authorise } from "../http/authenticate";
import { describe } from "../http/describe";
import { validate } from "../http/validate";
import { confirmCaller } from "../sign-in/confirm-caller";
import { listIdentities } from "../sign-in/list-identities";
import { removeIdentity } from "../sign-in/remove-identity";
import { turnOffSecondFactor } from "../sign-in/turn-off-second-factor";
import { changePerson } from "./change-person";
import { invitePerson } from "./invite-person";
import { listDevices } from "./list-devices";
import { listPeople } from "./list-people";
import type { Passwords } from "./passwords";
import { renewAccountLink } from "./renew-account-link";
import { revokeAllDevices } from "./revoke-all-devices";
import { revokeDevice } from "./revoke-device";

const byId = z.strictObject({ id: z.uuid() });
const byDevice = z.strictObject({ id: z.uuid(), deviceId: z.uuid() });
const byIdentity = z.strictObject({ id: z.uuid(), identityId: z.uuid() });
const ADMIN_ONLY = ["not-signed-in", "not-allowed", "cross-site-request", "not-found"] as const;

/** People of the organisation, for who looks after them: `/api/people`. */
export function peopleRoutes(deps: Deps, authorise: Authorise, passwords: Passwords) {
  return new Hono<AppEnv>()
    .get(
      "/",
      describe(
        "People of the organisation, their roles and whether they have joined",
        { 200: { description: "By name", schema: peopleSchema } },
        ["not-signed-in", "not-allowed"],
      ),
      authorise("people:read"),
      async (c) => c.json({ people: await listPeople(deps, c.get("caller")) }, 200),
    )
    .post(
      "/",
      describe(
        "Invite somebody by a link, which is shown once",
        { 201: { description: "Invited", schema: invitedSchema } },
        ["invalid-request", "not-signed-in", "not-allowed", "cross-site-request", "email-taken"],
      ),
      authorise("people:write"),
      validate("json", inviteSchema),
      async (c) => c.json(await invitePerson(deps, c.get("caller"), c.req.valid("json")), 201),
    )
    .patch(
      "/:id",
      describe(
        "Rename somebody, give them other roles, shut them out or let them in again",
        { 200: { description: "Changed", schema: personSchema } },
        ["invalid-request", ...ADMIN_ONLY, "last-admin", "person-changed"],
      ),
      authorise("people:write"),
      validate("param", byId),
      validate("json", changePersonSchema),
      async (c) =>
        c.json(await changePerson(deps, c.get("caller"), c.req.valid("param").id, c.req.valid("json")), 200),
    )
    .post(
      "/:id/link",
      describe(
        "Make somebody a link: the invitation again, or one for a new password; earlier ones open nothing any more",
        { 201: { description: "Shown once", schema: issuedLinkSchema } },
        [...ADMIN_ONLY, "person-shut-out"],
      ),
      authorise("people:write"),
      validate("param", byId),
      async (c) => c.json(await renewAccountLink(deps, c.get("caller"), c.req.valid("param").id), 201),
    )
    .delete(
      "/:id/second-factor",
      describe(
        "Turn off the second factor and remove the passkeys of somebody who has lost them; their sessions end",
        { 200: { description: "Turned off", schema: personSchema } },
        [...ADMIN_ONLY, "totp-off"],
      ),
      authorise("people:write"),
      validate("param", byId),
      async (c) => c.json(await turnOffSecondFactor(deps, c.get("caller"), c.req.valid("param").id), 200),
    )
    .get(
      "/:id/identities",
      describe(
        "By what somebody is known at identity providers",
        { 200: { description: "Oldest first", schema: identitiesSchema } },
        ["not-signed-in", "not-allowed", "not-found"],
      ),
      authorise("people:write"),
      validate("param", byId),
      async (c) =>
        c.json({ identities: await listIdentities(deps, c.get("caller"), c.req.valid("param").id) }, 200),
    )
    .post(
      "/:id/identities/:identityId/removal",
      describe(
        "Let somebody sign in no more by that name at the identity provider; their sessions end",
        { 204: { description: "It opens nothing any more" } },
        [
          "invalid-request",
          ...ADMIN_ONLY,
          "not-confirmed",
          "sign-in-step-over",
          "person-shut-out",
          "last-way-in",
        ],
      ),
      authorise("people:write"),
      validate("param", byIdentity),
      validate("json", confirmedSchema),
      async (c) => {
        const caller = c.get("caller");
        const { id, identityId } = c.req.valid("param");
        await confirmCaller(deps, passwords, caller, c.req.valid("json").confirmation);
        await removeIdentity(deps, caller, id, identityId);
        return c.body(null, 204);
      },
    )
    .get(
      "/:id/devices",
      describe(
        "Somebody's paired extensions",
        { 200: { description: "Newest first", schema: devicesSchema } },
        ["not-signed-in", "not-allowed", "not-found"],
      ),
      authorise("people:write"),
      validate("param", byId),
      async (c) =>
        c.json({ devices: await listDevices(deps, c.get("caller"), c.req.valid("param").id) }, 200),
    )
    .delete(
      "/:id/devices",
      describe("Cut all of somebody's extensions off", { 204: { description: "Cut off" } }, ADMIN_ONLY),
      authorise("people:write"),
      validate("param", byId),
      async (c) => {
        await revokeAllDevices(deps, c.get("caller"), c.req.valid("param").id);
        return c.body(null, 204);
      },
    )
    .delete(
      "/:id/devices/:deviceId",
      describe("Cut one of somebody's extensions off", { 204: { description: "Cut off" } }, ADMIN_ONLY),
      authorise("people:write"),
      validate("param", byDevice),
      async (c) => {
        const { id, deviceId } = c.req.valid("param");
        await revokeDevice(deps, c.get("caller"), id, deviceId);
        return c.body(null, 204);
      },
    );
}
