import { type SQL, sql } from "drizzle-orm";
import { events, people } from "../db/schema";

/**
 * The name of an event's actor when it was written: nobody speaks in another's name by taking it afterwards. For
 * queries that join `people` to `events`; null where there is no actor.
 */
export function nameThen(): SQL<string | null> {
  // The first change of name from then on says what it was before; their own change was made under the old one.
  return sql<string | null>`coalesce((
    SELECT renamed.data ->> 'before' FROM ${events} renamed
    WHERE renamed.org_id = ${events.orgId} AND renamed.id >= ${events.id} AND renamed.kind = 'person_renamed'
      AND renamed.data -> 'person' ->> 'id' = ${people.id}::text
    ORDER BY renamed.id LIMIT 1), ${people.name})`;
}
