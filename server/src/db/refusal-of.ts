import { StartRefusal } from "../start-refusal";
import { databaseErrorCode } from "./unavailable";

/** What a person can do about the errors that a database answers at the start. */
const SENTENCES: Readonly<Record<string, (where: string, user: string) => string>> = {
  ECONNREFUSED: (where) => `PostgreSQL at ${where} refuses connections: is it running?`,
  ENOTFOUND: (where) => `The host of DATABASE_URL (${where}) is not known.`,
  EAI_AGAIN: (where) => `The host of DATABASE_URL (${where}) is not known.`,
  CONNECT_TIMEOUT: (where) => `PostgreSQL at ${where} does not answer.`,
  // invalid_password, invalid_authorization_specification
  "28P01": (where, user) => `PostgreSQL at ${where} refuses the password of ${user}.`,
  "28000": (where, user) => `PostgreSQL at ${where} does not let ${user} in.`,
  // invalid_catalog_name
  "3D000": (where) => `The database of DATABASE_URL does not exist at ${where}: create it first.`,
  // insufficient_privilege
  "42501": (_where, user) =>
    `The database user ${user} may not create tables, extensions and roles: make it the owner of the database and grant it CREATEROLE.`,
  // undefined_file: the extension's files are not installed
  "58P01": () => "The PostgreSQL of DATABASE_URL lacks the extension btree_gin: install its contrib package.",
  "0A000": () => "The PostgreSQL of DATABASE_URL lacks the extension btree_gin: install its contrib package.",
  // too_many_connections
  "53300": (where) => `PostgreSQL at ${where} has no connection left.`,
};

/** The one sentence for an error at the start, where there is one; else the error itself. */
export function refusalOf(error: unknown, url: string): unknown {
  const code = databaseErrorCode(error);
  const sentence = code === null ? undefined : SENTENCES[code];
  if (sentence === undefined) return error;
  const { host, username } = new URL(url);
  return new StartRefusal(sentence(host, decodeURIComponent(username) || "the system's user"), {
    cause: error,
  });
}
