import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { events, people } from "../db/schema";

/**
 * The name of an event's actor when it was written: nobody speaks in another's name by taking it afterwards. For
 * queries that join `people` to `events`; null where there is no actor.
 */
export function nameThen(): SQL<string | null> {
  return nameBefore(people, sql`renamed.id >= ${events.id}`);
}

/**
 * The same of who did something that keeps its moment beside it, and not the event.
 *
 * @param person the table that is joined, by its alias
 * @param at column of the moment
 */
export function nameAt(person: Named, at: SQLWrapper): SQL<string> {
  return sql<string>`${nameBefore(person, sql`renamed.at >= ${at}`)}`;
}

interface Named {
  readonly orgId: SQLWrapper;
  readonly id: SQLWrapper;
  readonly name: SQLWrapper;
}

/** The first change of name from then on says what it was before; their own change was made under the old one. */
function nameBefore(person: Named, since: SQL): SQL<string | null> {
  return sql<string | null>`coalesce((
    SELECT renamed.data ->> 'before' FROM ${events} renamed
    WHERE renamed.org_id = ${person.orgId} AND renamed.renamed_person = ${person.id} AND ${since}
    ORDER BY renamed.id LIMIT 1), ${person.name})`;
}
