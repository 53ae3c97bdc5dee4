import { z } from "zod";
import { instantSchema } from "../complaint/clip";
import { LIMITS } from "../complaint/limits";
import { lineOfText } from "../text/plain-text";
import { emailSchema, zoneSchema } from "./account";
import { LOCALES } from "./locale";
import { issuedLinkSchema } from "./people";

/** An organisation as whoever looks after the installation sees it: nothing of its complaints. */
export const organisationSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  zone: z.string(),
  locale: z.enum(LOCALES),
  /** Who can sign in, or was invited. */
  people: z.int(),
  createdAt: instantSchema,
});
export type Organisation = z.infer<typeof organisationSchema>;

/** `GET /api/organisations`: by name. */
export const organisationsSchema = z.object({ organisations: z.array(organisationSchema) });

/** `POST /api/organisations`: one more, with the invitation of its first admin. */
export const createOrganisationSchema = z.strictObject({
  organisationName: lineOfText(LIMITS.nameLength),
  zone: zoneSchema,
  locale: z.enum(LOCALES),
  /** Of its first admin. */
  name: lineOfText(LIMITS.nameLength),
  email: emailSchema,
});
export type CreateOrganisation = z.output<typeof createOrganisationSchema>;

export const organisationCreatedSchema = z.object({
  organisation: organisationSchema,
  /** The admin's invitation. */
  link: issuedLinkSchema,
});
export type OrganisationCreated = z.infer<typeof organisationCreatedSchema>;
