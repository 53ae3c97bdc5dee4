import { sql } from "drizzle-orm";
import type { PgTransactionConfig } from "drizzle-orm/pg-core";
import type { Sql, TransactionSql } from "postgres";
import type { Database, Queryable } from "./client";

declare const seen: unique symbol;

/**
 * A transaction that sees and writes the rows of its organisations and no others, whatever its statements
 * say: PostgreSQL's row-level security compares each row with the setting `otklik.orgs`.
 */
export type Tenant = Queryable & { readonly [seen]: true };

/** One organisation, or the few that a transaction needs. The installation's own id is the nil UUID. */
export type Organisations = string | readonly string[];

/** The one way to the rows of an organisation. */
export interface Tenants {
  /**
   * Does the work in one transaction.
   *
   * @param config isolation and access mode
   */
  within<T>(orgs: Organisations, work: (tx: Tenant) => Promise<T>, config?: PgTransactionConfig): Promise<T>;
  /** The same for one hot statement, written for postgres.js itself: the setting and it travel together. */
  ask<T>(orgs: Organisations, statement: (sql: TransactionSql) => PromiseLike<T>): Promise<T>;
}

export function createTenants(db: Database): Tenants {
  return {
    within: (orgs, work, config) =>
      db.transaction(async (tx) => {
        await tx.execute(sql`SELECT set_config('otklik.orgs', ${listed(orgs)}, true)`);
        // The setting holds from here to the transaction's end.
        return work(tx as unknown as Tenant);
      }, config),
    async ask(orgs, statement) {
      const client: Sql = db.$client;
      const answered = await client.begin(async (transaction) => {
        const [, answer] = await Promise.all([
          transaction`SELECT set_config('otklik.orgs', ${listed(orgs)}, true)`,
          statement(transaction),
        ]);
        return { answer };
      });
      return (answered as { answer: Awaited<ReturnType<typeof statement>> }).answer;
    },
  };
}

/** As PostgreSQL writes a list of UUIDs, which is what the setting is read as. */
function listed(orgs: Organisations): string {
  return `{${typeof orgs === "string" ? orgs : orgs.join()}}`;
}
