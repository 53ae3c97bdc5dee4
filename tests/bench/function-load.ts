import { randomUUID } from "node:crypto";
import { connect } from "../../server/src/db/client";
import { answerLoad } from "./load";

/** Prepared calls of `register_complaints` with one clip each, as `pgbench` would make them. */
export interface FunctionOrder {
  readonly databaseUrl: string;
  readonly clients: number;
  readonly seconds: number;
  /** One row for each organisation; its `ID` is another UUID in every call. */
  readonly rows: readonly string[];
}

await answerLoad<FunctionOrder>(async ({ databaseUrl, clients, seconds, rows }) => {
  const sql = connect(databaseUrl, { connections: clients, applicationName: "otklik-bench" }).$client;
  const split = rows.map((row) => [JSON.parse(row).org_id, ...row.split("ID")]);
  const latencies: number[] = [];
  const begin = performance.now();
  const end = begin + seconds * 1000;
  let next = 0;
  const client = async () => {
    for (let now = performance.now(); now < end; ) {
      const [org, before, after] = split[next++ % split.length] ?? [];
      await sql`SELECT item, outcome, year, ordinal, registered_at, received_at, today, zone
        FROM register_complaints((
          SELECT ${`[${before}${randomUUID()}${after}]`}::text::jsonb
          FROM set_config('otklik.orgs', ${`{${org}}`}, true)
        ))`;
      const answered = performance.now();
      latencies.push(answered - now);
      now = answered;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const took = (performance.now() - begin) / 1000;
  await sql.end();
  latencies.sort((a, b) => a - b);
  return {
    done: latencies.length,
    failed: 0,
    seconds: took,
    p50Ms: latencies[Math.floor(latencies.length * 0.5)] ?? 0,
    p99Ms: latencies[Math.floor(latencies.length * 0.99)] ?? 0,
  };
});
