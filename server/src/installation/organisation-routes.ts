import {
  createOrganisationSchema,
  organisationCreatedSchema,
  organisationsSchema,
} from "@otklik/shared/people/organisations";
import { Hono } from "hono";
import type { Deps } from "../deps";
import type { AppEnv } from "../http/app-env";
import type { Authorise } from "../http/authenticate";
import { describe } from "../http/describe";
import { validate } from "../http/validate";
import { createOrganisation } from "./create-organisation";
import { listOrganisations } from "./list-organisations";

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
        { 201: { description: "With the invitation's link", schema: organisationCreatedSchema } },
        ["invalid-request", "cross-site-request", ...REFUSED],
      ),
      authorise("installation:organisations"),
      validate("json", createOrganisationSchema),
      async (c) => c.json(await createOrganisation(deps, c.get("caller"), c.req.valid("json")), 201),
    );
}
