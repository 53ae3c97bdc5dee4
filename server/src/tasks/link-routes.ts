import { issuedTaskLinkSchema, issueTaskLinkSchema } from "@otklik/shared/complaint/task";
import { Hono } from "hono";
import { z } from "zod";
import { byPosition } from "../complaints/by-position";
import type { Deps } from "../deps";
import type { AppEnv } from "../http/app-env";
import type { Authorise } from "../http/authenticate";
import { describe } from "../http/describe";
import { validate } from "../http/validate";
import { issueTaskLink } from "./issue-task-link";
import { revokeTaskLink } from "./revoke-task-link";

const byLink = z.strictObject({ id: z.uuid(), linkId: z.uuid() });
const REFUSED = [
  "not-found",
  "conflict-of-interest",
  "cross-site-request",
  "not-signed-in",
  "not-allowed",
] as const;

/** Links by which somebody decides on a complaint: mounted under it. */
export function taskLinkRoutes(deps: Deps, authorise: Authorise) {
  return new Hono<AppEnv>()
    .post(
      "/:id/extensions/:position/links",
      describe(
        "Make a link by which somebody decides on a later date without signing in",
        {
          201: {
            description: "Mailed to the person who decides, or its address is shown this once",
            schema: issuedTaskLinkSchema,
          },
        },
        [
          "invalid-request",
          "cannot-decide",
          "link-not-for-asker",
          "extension-decided",
          "complaint-closed",
          "complaint-merged",
          ...REFUSED,
        ],
      ),
      authorise("extension:request"),
      validate("param", byPosition),
      validate("json", issueTaskLinkSchema),
      async (c) => {
        const input = { ...c.req.valid("param"), ...c.req.valid("json") };
        return c.json(await issueTaskLink(deps, c.get("caller"), input), 201);
      },
    )
    .delete(
      "/:id/links/:linkId",
      describe(
        "Withdraw a link that was not used",
        { 204: { description: "It opens nothing any more" } },
        REFUSED,
      ),
      authorise("extension:request"),
      validate("param", byLink),
      async (c) => {
        await revokeTaskLink(deps, c.get("caller"), c.req.valid("param"));
        return c.body(null, 204);
      },
    );
}
