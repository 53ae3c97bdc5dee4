import { expect } from "vitest";
import { ask } from "./ask";
import type { TestDeps } from "./deps";

/** What the file's database holds of complaints and their history, so that a test can say that nothing was written. */
export async function writtenIn(test: TestDeps): Promise<Record<string, number>> {
  const [counts] = await test.database.owner<Record<string, number>[]>`
    SELECT (SELECT count(*)::int FROM complaints) AS complaints,
           (SELECT count(*)::int FROM added_clips) AS clips,
           (SELECT count(*)::int FROM events) AS events,
           (SELECT count(*)::int FROM evidence) AS evidence,
           (SELECT count(*)::int FROM due_dates) AS due_dates,
           (SELECT coalesce(sum(last_ordinal), 0)::int FROM number_counters) AS numbers`;
  return { ...counts };
}

/** Expects that what was asked has left the server able to serve. */
export async function expectReady(test: TestDeps): Promise<void> {
  expect((await ask(test.app, "GET /readyz")).status).toBe(200);
}
