import { eq, or, type SQL } from "drizzle-orm";
import { complaints } from "../db/schema";
import type { Caller } from "../deps";

/**
 * The condition under which the caller reads a complaint of the organisation: undefined for whoever may read any;
 * else they have registered it or are responsible for it. What it hides is answered as if there were none.
 */
export function withinReach({ permissions, personId }: Caller): SQL | undefined {
  if (permissions.has("complaint:read")) return undefined;
  return or(eq(complaints.registeredBy, personId), eq(complaints.responsibleId, personId));
}
