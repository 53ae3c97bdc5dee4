import { randomUUID } from "node:crypto";
import postgres, { type Sql } from "postgres";
import { prepareDatabase } from "../../server/src/db/migrate";

/** Where a database is, for its owner and for the role that the server works with. */
export interface DatabaseAddress {
  readonly name: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
}

/** Makes a database as a server's first start would, for the others to be copied from. */
export async function createTemplate(clusterUrl: string): Promise<DatabaseAddress> {
  const name = newName();
  await asOwner(clusterUrl, (sql) => sql`CREATE DATABASE ${sql(name)}`);
  const ownerUrl = withDatabase(clusterUrl, name);
  return { name, ownerUrl, appUrl: await prepareDatabase(ownerUrl) };
}

/** A copy of the template: its tables, grants and roles, in a few dozen milliseconds. */
export async function copyTemplate(template: DatabaseAddress): Promise<DatabaseAddress> {
  const name = newName();
  await inMaintenance(template, (sql) => sql`CREATE DATABASE ${sql(name)} TEMPLATE ${sql(template.name)}`);
  return {
    name,
    ownerUrl: withDatabase(template.ownerUrl, name),
    appUrl: withDatabase(template.appUrl, name),
  };
}

/** Removes a database, whoever is still connected to it. */
export async function dropDatabase(address: DatabaseAddress): Promise<void> {
  await inMaintenance(address, (sql) => sql`DROP DATABASE IF EXISTS ${sql(address.name)} WITH (FORCE)`);
}

/** Removes the role that the template and its copies were worked with; they are gone by then. */
export async function dropAppRole(template: DatabaseAddress): Promise<void> {
  const role = new URL(template.appUrl).username;
  await inMaintenance(template, (sql) => sql`DROP ROLE IF EXISTS ${sql(role)}`);
}

async function inMaintenance(
  address: DatabaseAddress,
  work: (sql: Sql) => PromiseLike<unknown>,
): Promise<void> {
  await asOwner(withDatabase(address.ownerUrl, "postgres"), work);
}

async function asOwner(url: string, work: (sql: Sql) => PromiseLike<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, fetch_types: false });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}

function withDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

function newName(): string {
  return `otklik_test_${randomUUID().replaceAll("-", "")}`;
}
