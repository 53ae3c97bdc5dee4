import { z } from "zod";
import { ORGANISATION_ROLES } from "./roles";

/** A colleague as those see them who choose one: whom a complaint is about, or who shall decide. */
export const colleagueSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  roles: z.array(z.enum(ORGANISATION_ROLES)),
  /** Has accepted the invitation: until then nobody decides in their name. */
  joined: z.boolean(),
});
export type Colleague = z.infer<typeof colleagueSchema>;

/** `GET /api/colleagues`: by name, without those who were shut out. */
export const colleaguesSchema = z.object({ colleagues: z.array(colleagueSchema) });
