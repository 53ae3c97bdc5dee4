import {
  createOrganisationSchema,
  organisationCreatedSchema,
  organisationLinkSchema,
  organisationsSchema,
} from "@otklik/shared/people/organisations";
import { Hono } from "hono";
import { z } from "zod";
import type { Deps } from "../deps";
import type { AppEnv } from "../http/app-env";
import type { Authorise } from "../http/authenticate";
import { describe } from "../http/describe";
import { validate } from "../http/validate";
import { createOrganisation } from "./create-organisation";
import { listOrganisations } from "./list-organisations";
import { renewOrganisationLink } from "./renew-organisation-link";

const byId = z.strictObject({ id: z.uuid() });

const REFUSED = ["not-signed-in", "not-allowed"] as const;

/** For whoever looks after the installation: organisations, and nothing of what is in them. */
export function organisationRoutes(deps: Deps, authorise: Authorise) {
  return new Hono<AppEnv>()
    .get(
      "/",
      describe(
        "All organisations of the installation",
        { 200: { description: "By name", schema: organisationsSchema } },
        REFUSED,
      ),
      authorise("installation:organisations"),
      async (c) => c.json({ organisations: await listOrganisations(deps) }, 200),
    )
    .post(
      "/",
      describe(
        "Make an organisation and invite its first admin",
        {
          200: { description: "It was made before by the same request", schema: organisationCreatedSchema },
          201: { description: "With the invitation's link", schema: organisationCreatedSchema },
        },
        ["invalid-request", "organisation-id-reused", "cross-site-request", ...REFUSED],
      ),
      authorise("installation:organisations"),
      validate("json", createOrganisationSchema),
      async (c) => {
        const { isNew, ...made } = await createOrganisation(deps, c.get("caller"), c.req.valid("json"));
        return isNew ? c.json(made, 201) : c.json(made, 200);
      },
    )
    .post(
      "/:id/link",
      describe(
        "Invite an organisation's first admin again, while nobody has entered it; earlier links open nothing any more",
        { 200: { description: "The link, unless it was mailed", schema: organisationLinkSchema } },
        ["not-found", "organisation-entered", "cross-site-request", ...REFUSED],
      ),
      authorise("installation:organisations"),
      validate("param", byId),
      async (c) => c.json(await renewOrganisationLink(deps, c.get("caller"), c.req.valid("param").id), 200),
    );
}
