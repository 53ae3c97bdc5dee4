import { type SQL, sql } from "drizzle-orm";
import type { PgTransactionConfig } from "drizzle-orm/pg-core";
import type { MaybeRow, PendingQuery, Row, RowList, Sql, TransactionSql } from "postgres";
import type { Database, Queryable } from "./client";

declare const seen: unique symbol;

/**
 * A transaction that sees and writes the rows of its organisations and no others, whatever its statements
 * say: PostgreSQL's row-level security compares each row with the setting `otklik.orgs`.
 */
export type Tenant = Queryable & { readonly [seen]: true };

/** One organisation, or the few that a transaction needs. The installation's own id is the nil UUID. */
export type Organisations = string | readonly string[];

/**
 * The way to the rows of an organisation. What has to look across organisations goes through `Across`, and
 * what a migration does through the owner; nothing else reads or writes rows.
 */
export interface Tenants {
  /**
   * Does the work in one transaction.
   *
   * @param config isolation and access mode
   */
  within<T>(orgs: Organisations, work: (tx: Tenant) => Promise<T>, config?: PgTransactionConfig): Promise<T>;
  /** The same for work that writes nothing: PostgreSQL refuses what would. */
  read<T>(orgs: Organisations, work: (tx: Tenant) => Promise<T>): Promise<T>;
  /** The same for one hot statement, written for postgres.js itself: the setting and it travel together. */
  ask<Rows extends readonly MaybeRow[]>(
    orgs: Organisations,
    statement: (sql: TransactionSql) => PendingQuery<Rows>,
  ): Promise<RowList<Rows>>;
  /**
   * The same for a call of one of the database's functions, in one statement that is its own transaction: nothing
   * is as quick.
   *
   * @param statement must take one argument of its function through `inside`, which sets the organisations
   * before the function begins
   */
  call<Rows extends readonly MaybeRow[]>(
    orgs: Organisations,
    statement: (sql: Sql, inside: Inside) => PendingQuery<Rows>,
  ): Promise<RowList<Rows>>;
}

/** Gives its argument back when the organisations are set. */
type Inside = (argument: PendingQuery<Row[]>) => PendingQuery<Row[]>;

/** The rows of organisations, by the connections of the role that row security holds for. */
export function createTenants(db: Database): Tenants {
  const open = <T>(
    setting: SQL,
    work: (tx: Tenant) => Promise<T>,
    config?: PgTransactionConfig,
  ): Promise<T> =>
    db.transaction(async (tx) => {
      await tx.execute(setting);
      // The setting holds from here to the transaction's end.
      return work(tx as Queryable as Tenant);
    }, config);
  return {
    within: (orgs, work, config) => open(sql`SELECT ${forOnly(orgs)}`, work, config),
    // Both in one statement: a transaction that is begun as read only costs one more.
    read: (orgs, work) =>
      open(sql`SELECT ${forOnly(orgs)}, set_config('transaction_read_only', 'on', true)`, work),
    async ask(orgs, statement) {
      const client: Sql = db.$client;
      const [, answer] = await client.begin((transaction) => [
        transaction`SELECT set_config('otklik.orgs', ${listed(orgs)}, true)`,
        statement(transaction),
      ]);
      return answer;
    },
    call: (orgs, statement) =>
      statement(
        db.$client,
        (argument) => db.$client`(SELECT ${argument} FROM set_config('otklik.orgs', ${listed(orgs)}, true))`,
      ),
  };
}

function forOnly(orgs: Organisations): SQL {
  return sql`set_config('otklik.orgs', ${listed(orgs)}, true)`;
}

/** As PostgreSQL writes a list of UUIDs, which is what the setting is read as. */
function listed(orgs: Organisations): string {
  return `{${typeof orgs === "string" ? orgs : orgs.join()}}`;
}
