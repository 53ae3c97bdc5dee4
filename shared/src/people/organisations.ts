import { z } from "zod";
import { instantSchema } from "../complaint/clip";
import { LIMITS } from "../complaint/limits";
import { nameOf } from "../text/plain-text";
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
  /** Its first admin, while nobody has entered it: a new link can be made for them. */
  invited: z.object({ name: z.string(), email: z.string() }).nullable(),
  createdAt: instantSchema,
});
export type Organisation = z.infer<typeof organisationSchema>;

/** `GET /api/organisations`: by name. */
export const organisationsSchema = z.object({ organisations: z.array(organisationSchema) });

/**
 * `POST /api/organisations`: one more, with the invitation of its first admin. Sent again with the same id and the
 * same words it makes none, and a new link.
 */
export const createOrganisationSchema = z.strictObject({
  /** Made by whoever asks. */
  id: z.uuid({ version: "v4" }).toLowerCase(),
  organisationName: nameOf(LIMITS.nameLength),
  zone: zoneSchema,
  locale: z.enum(LOCALES),
  /** Of its first admin. */
  name: nameOf(LIMITS.nameLength),
  email: emailSchema,
});
export type CreateOrganisation = z.output<typeof createOrganisationSchema>;

/** `POST /api/organisations/:id/link`: its first admin's invitation, shown where it was not mailed to them. */
export const organisationLinkSchema = issuedLinkSchema.extend({ url: z.string().nullable() });
export type OrganisationLink = z.infer<typeof organisationLinkSchema>;

export const organisationCreatedSchema = z.object({
  organisation: organisationSchema,
  link: organisationLinkSchema,
});
export type OrganisationCreated = z.infer<typeof organisationCreatedSchema>;
