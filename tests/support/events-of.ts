import type { TestDatabase } from "./database";
import type { TestOrganisation } from "./organisation";

interface LoggedEvent {
  readonly kind: string;
  /** Id of the person who did it. */
  readonly by: string | null;
  readonly data: unknown;
}

/** What was written down in an organisation, in its order, without who signed in when. */
export async function eventsOf(
  { owner }: Pick<TestDatabase, "owner">,
  organisation: TestOrganisation,
): Promise<LoggedEvent[]> {
  const rows = await owner<LoggedEvent[]>`
    SELECT kind, actor_id AS "by", data FROM events
    WHERE org_id = ${organisation.id} AND kind NOT IN ('session_started', 'session_ended')
    ORDER BY id`;
  return [...rows];
}
