import type {
  AskRegisteredBefore,
  RegisteredBefore,
  RegisteredBeforeAnswer,
} from "@otklik/shared/capture/registered-before";
import type { ComplaintSummary } from "@otklik/shared/complaint/complaint";
import { likeness, type Shingles, shinglesOf, sketchOf } from "@otklik/shared/text/text-sketch";
import { and, eq, inArray } from "drizzle-orm";
import { complaints } from "../db/schema";
import type { RuleBook } from "../deadlines/rule-book";
import { withRules } from "../deadlines/with-rules";
import type { Caller, Deps } from "../deps";
import { selectSummaries } from "./select-summaries";
import { toSummary } from "./to-complaint";
import { withinReach } from "./within-reach";

/** Less alike is another complaint of the same matter. */
const LEAST_LIKENESS = 0.4;
const SIMILAR_SHOWN = 3;
/** Read whole and compared: those that share the most bands. */
const COMPARED = 20;
const SHARING_AT_MOST = 500;
const SAME_AT_MOST = 200;

/**
 * What the register has of some posts, by their platforms' keys, and of a text, by its words. Merged complaints are
 * told as the one in which they go on: that is where a further clip belongs. Of a complaint that the caller may not read
 * they are told its number, its state, who has it and by when it is owed.
 */
export async function findRegisteredBefore(
  deps: Deps,
  caller: Caller,
  { permalinkKeys, narrative }: AskRegisteredBefore,
): Promise<RegisteredBeforeAnswer> {
  const [found, alike] = await Promise.all([
    findByKeys(deps, caller, permalinkKeys),
    narrative === null ? [] : findAlike(deps, caller, shinglesOf(narrative)),
  ]);
  const likenesses = new Map(alike.map(({ id, likeness }) => [id, likeness]));
  for (const { id } of found) likenesses.delete(id);
  return withRules(deps, caller, async (book) => {
    const ids = [...new Set([...found.map(({ id }) => id), ...likenesses.keys()])];
    const summaries = await summariesOf(deps, book, caller, ids);
    return {
      same: found.flatMap(({ id, key }) => tell(summaries.get(id), key)),
      similar: [...likenesses]
        .sort(([, one], [, other]) => other - one)
        .flatMap(([id, likeness]) => tell(summaries.get(id), null).map((told) => ({ ...told, likeness })))
        .slice(0, SIMILAR_SHOWN),
      zone: caller.zone,
    };
  });
}

type Summary = Omit<RegisteredBefore, "permalinkKey">;

function tell(summary: Summary | undefined, permalinkKey: string | null): RegisteredBefore[] {
  if (summary === undefined) return [];
  return [{ ...summary, permalinkKey }];
}

async function summariesOf(
  { tenants }: Deps,
  book: RuleBook,
  caller: Caller,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Summary>> {
  if (ids.length === 0) return new Map();
  const { orgId, zone } = caller;
  const named = and(eq(complaints.orgId, orgId), inArray(complaints.id, [...ids]));
  const [rows, readable] = await tenants.read(orgId, async (tx) => [
    await selectSummaries(tx).where(named),
    await tx
      .select({ id: complaints.id })
      .from(complaints)
      .where(and(named, withinReach(caller))),
  ]);
  const isReadable = new Set(readable.map(({ id }) => id));
  return new Map(rows.map((row) => [row.id, toTold(toSummary(row, book, zone), isReadable.has(row.id))]));
}

function toTold(summary: ComplaintSummary, isReadable: boolean): Summary {
  const { id, incomingNumber, status, complainant, excerpt, responsible, nextDue } = summary;
  const told = { id, incomingNumber, status, responsible, nextDue, isReadable };
  return isReadable ? { ...told, complainant, excerpt } : { ...told, complainant: null, excerpt: null };
}

interface NamedPost {
  readonly id: string;
  readonly key: string;
}

/** The newest first. */
function findByKeys(
  { tenants }: Deps,
  { orgId }: Caller,
  keys: readonly string[],
): Promise<readonly NamedPost[]> {
  if (keys.length === 0) return Promise.resolve([]);
  return tenants.ask(
    orgId,
    (sql) => sql<NamedPost[]>`
    WITH RECURSIVE named AS (
      SELECT c.id, c.permalink_key AS key FROM complaints c
      WHERE c.org_id = ${orgId} AND c.permalink_key = ANY (${[...keys]}::text[])
      UNION
      SELECT p.complaint_id, p.permalink_key FROM complaint_posts p
      WHERE p.org_id = ${orgId} AND p.permalink_key = ANY (${[...keys]}::text[])
    ), going_on AS (
      SELECT c.id, n.key, c.merged_into, c.registered_at
      FROM named n JOIN complaints c ON c.org_id = ${orgId} AND c.id = n.id
      UNION
      SELECT c.id, g.key, c.merged_into, c.registered_at
      FROM going_on g JOIN complaints c ON c.org_id = ${orgId} AND c.id = g.merged_into
    )
    SELECT id, key FROM going_on WHERE merged_into IS NULL
    ORDER BY registered_at DESC, id, key LIMIT ${SAME_AT_MOST}`,
  );
}

async function findAlike({ tenants }: Deps, { orgId }: Caller, shingles: Shingles) {
  const bands = sketchOf(shingles);
  if (bands.length === 0) return [];
  const candidates = await tenants.ask(
    orgId,
    (sql) => sql<{ id: string; narrative: string }[]>`
    WITH sharing AS MATERIALIZED (
      SELECT complaint_id, bands FROM sketches_sharing(${orgId}::uuid, ${bands}::integer[], ${SHARING_AT_MOST})
    )
    SELECT c.id, c.clip ->> 'narrative' AS narrative
    FROM sharing s JOIN complaints c ON c.org_id = ${orgId} AND c.id = s.complaint_id
    WHERE c.merged_into IS NULL
    ORDER BY cardinality(ARRAY(SELECT unnest(s.bands) INTERSECT SELECT unnest(${bands}::integer[]))) DESC,
      c.registered_at DESC
    LIMIT ${COMPARED}`,
  );
  return candidates
    .map(({ id, narrative }) => ({ id, likeness: likeness(shingles, shinglesOf(narrative)) }))
    .filter((candidate) => candidate.likeness >= LEAST_LIKENESS);
}
