import { shinglesOf, sketchOf } from "@otklik/shared/text/text-sketch";
import type { Logger } from "pino";
import { BatcherFull, createBatcher } from "../db/batcher";
import type { Tenants } from "../db/tenants";
import type { Deps } from "../deps";

export interface Sketched {
  readonly orgId: string;
  readonly complaintId: string;
  readonly narrative: string;
}

/** Keeps what texts are known again by, beside registration and never in its way. */
export interface Sketcher {
  /** Returns at once. What cannot be written now is written by the next `catchUp`. */
  note(sketched: Sketched): void;
  /** Sketches what was registered lately and has no sketch: a server may have ended before it wrote them. */
  catchUp(): Promise<void>;
}

const AT_ONCE = 500;
const NIL = "00000000-0000-0000-0000-000000000000";

type SketcherDeps = Pick<Deps, "across" | "tenants">;

/** Sketches texts beside the requests: what one server had no time for, the next one that starts catches up on. */
export function createSketcher({ across, tenants }: SketcherDeps, log: Logger): Sketcher {
  const batcher = createBatcher<Sketched, void>({
    lanes: 1,
    fewestBesideOthers: 1,
    maxItems: AT_ONCE,
    maxWeight: AT_ONCE,
    weigh: () => 1,
    keyOf: ({ orgId, complaintId }) => `${orgId} ${complaintId}`,
    maxWaiting: 10_000,
    async run(items) {
      await write(tenants, items);
      return items.map(() => ({ status: "fulfilled", value: undefined }));
    },
  });
  return {
    note(sketched) {
      batcher.add(sketched).catch((error: unknown) => {
        if (!(error instanceof BatcherFull)) log.warn({ err: error }, "a sketch waits for the next start");
      });
    },
    async catchUp() {
      for (const orgId of await across.organisationIds()) await catchUpIn(tenants, orgId);
    },
  };
}

async function catchUpIn(tenants: Tenants, orgId: string): Promise<void> {
  let last: string | undefined = NIL;
  while (last !== undefined) {
    const missing: readonly Sketched[] = await withoutSketch(tenants, orgId, last);
    await write(tenants, missing);
    last = missing.length < AT_ONCE ? undefined : missing.at(-1)?.complaintId;
  }
}

async function write(tenants: Tenants, items: readonly Sketched[]): Promise<void> {
  if (items.length === 0) return;
  const rows = items.map(({ orgId, complaintId, narrative }) => ({
    org_id: orgId,
    complaint_id: complaintId,
    bands: sketchOf(shinglesOf(narrative)),
  }));
  await tenants.ask(
    [...new Set(items.map(({ orgId }) => orgId))],
    (sql) => sql`
      INSERT INTO text_sketches (org_id, complaint_id, bands)
      SELECT s.org_id, s.complaint_id, s.bands
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) AS s(org_id uuid, complaint_id uuid, bands integer[])
      ON CONFLICT DO NOTHING`,
  );
}

/** In the order of their keys, each read once: a register may come here with a million of them. */
function withoutSketch(tenants: Tenants, orgId: string, after: string): Promise<readonly Sketched[]> {
  // Older ones were sketched by an earlier start, or are too old to be the same matter.
  return tenants.ask(
    orgId,
    (sql) => sql<Sketched[]>`
      SELECT c.org_id AS "orgId", c.id AS "complaintId", c.clip ->> 'narrative' AS narrative
      FROM complaints c
      WHERE c.org_id = ${orgId} AND c.id > ${after} AND c.year >= extract(year FROM now()) - 1
        AND NOT EXISTS (SELECT FROM text_sketches s WHERE s.org_id = ${orgId} AND s.complaint_id = c.id)
      ORDER BY c.id LIMIT ${AT_ONCE}`,
  );
}
