import type { IsoDate } from "@otklik/shared/deadline/vocabulary";
import { BatcherFull, createBatcher } from "../db/batcher";
import type { Tenants } from "../db/tenants";
import { databaseErrorCode, unavailabilityOf } from "../db/unavailable";
import { RegisterError } from "../errors";
import type { RegistrationRow } from "./registration-row";

/** What became of one clip. Nothing is answered before it is committed. */
export type Registered =
  | {
      readonly outcome: "created" | "existed";
      readonly year: number;
      readonly ordinal: number;
      readonly registeredAt: Date;
      readonly receivedAt: Date;
    }
  /** The id is taken by a clip with another content. */
  | { readonly outcome: "content_differs" }
  | { readonly outcome: "topic_unknown" }
  /** The due dates were counted for another local day, zone or rules: count again by these. */
  | {
      readonly outcome: "assumptions_changed";
      readonly now: Date;
      readonly today: IsoDate;
      readonly zone: string;
      readonly rulesRevision: number;
    };

/** Registers clips so that those of concurrent requests share a transaction. */
export interface Registrar {
  /** @throws RegisterError `unavailable` when the database cannot be reached or is overloaded */
  register(row: RegistrationRow): Promise<Registered>;
}

interface OutcomeRow {
  readonly item: number;
  readonly outcome: Registered["outcome"];
  readonly year: number;
  readonly ordinal: number;
  readonly registered_at: string;
  readonly received_at: string;
  readonly today: IsoDate;
  readonly zone: string;
  readonly rules_revision: number;
}

const MAX_ATTEMPTS = 4;
/** Lost in a race with another transaction, which has committed now: deadlock, serialization, the same id. */
const RACE_CODES: ReadonlySet<string> = new Set(["40P01", "40001", "23505"]);

/** The one way into the register; its batches go through the SQL function `register_complaints`. */
export function createRegistrar(tenants: Tenants): Registrar {
  const batcher = createBatcher<RegistrationRow, Registered>({
    // Two: one batch is written out while the next is read. More would wait for the same counters.
    lanes: 2,
    fewestBesideOthers: 16,
    maxItems: 200,
    maxWeight: 4_000_000,
    weigh: (row) => row.json.length,
    keyOf: (row) => `${row.orgId} ${row.id}`,
    maxWaiting: 2_000,
    run: (rows) => registerAll(tenants, rows),
  });
  return {
    async register(row) {
      try {
        return await batcher.add(row);
      } catch (error) {
        if (error instanceof BatcherFull) throw new RegisterError("unavailable", { retryAfterSeconds: 2 });
        throw unavailabilityOf(error) ?? error;
      }
    },
  };
}

async function registerAll(
  tenants: Tenants,
  rows: readonly RegistrationRow[],
): Promise<PromiseSettledResult<Registered>[]> {
  try {
    const registered = await callAgain(tenants, rows);
    return registered.map((value) => ({ status: "fulfilled", value }));
  } catch (error) {
    // One bad row must not refuse the others; but a database that is away is away for each of them.
    if (rows.length === 1 || unavailabilityOf(error) !== null) throw error;
    const settled: PromiseSettledResult<Registered>[] = [];
    for (const row of rows) settled.push(...(await Promise.allSettled([callOne(tenants, row)])));
    return settled;
  }
}

async function callOne(tenants: Tenants, row: RegistrationRow): Promise<Registered> {
  const [registered] = await callAgain(tenants, [row]);
  if (registered === undefined) throw new Error("The database did not answer for a clip");
  return registered;
}

async function callAgain(tenants: Tenants, rows: readonly RegistrationRow[]): Promise<Registered[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call(tenants, rows);
    } catch (error) {
      if (attempt === MAX_ATTEMPTS || !RACE_CODES.has(databaseErrorCode(error) ?? "")) throw error;
    }
  }
}

async function call(tenants: Tenants, rows: readonly RegistrationRow[]): Promise<Registered[]> {
  const batch = `[${rows.map((row) => row.json).join(",")}]`;
  const answers = await tenants.call(
    [...new Set(rows.map((row) => row.orgId))],
    (sql, inside) => sql<OutcomeRow[]>`
      SELECT item, outcome, year, ordinal, registered_at, received_at, today, zone, rules_revision
      FROM register_complaints(${inside(sql`${batch}::text::jsonb`)}) ORDER BY item`,
  );
  // Each clip is acknowledged by its own row and by nothing else.
  return rows.map((_row, place) => {
    const answer = answers[place];
    if (answer?.item !== place + 1) throw new Error("The database did not answer for a clip");
    return toRegistered(answer);
  });
}

function toRegistered(row: OutcomeRow): Registered {
  const registeredAt = new Date(row.registered_at);
  switch (row.outcome) {
    case "created":
    case "existed":
      return {
        outcome: row.outcome,
        year: row.year,
        ordinal: row.ordinal,
        registeredAt,
        receivedAt: new Date(row.received_at),
      };
    case "assumptions_changed":
      return {
        outcome: row.outcome,
        now: registeredAt,
        today: row.today,
        zone: row.zone,
        rulesRevision: row.rules_revision,
      };
    default:
      return { outcome: row.outcome };
  }
}
