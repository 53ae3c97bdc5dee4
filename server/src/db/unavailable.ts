import postgres from "postgres";
import { RegisterError } from "../errors";

/** The connection was not had or was lost: what was asked may or may not have been done. */
const CONNECTION_CODES: ReadonlySet<string> = new Set([
  "CONNECTION_CLOSED",
  "CONNECTION_DESTROYED",
  "CONNECTION_ENDED",
  "CONNECT_TIMEOUT",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
]);

/** PostgreSQL is stopping, starting, read-only, out of connections or memory, or a wait took too long. */
const BUSY_CODES: ReadonlySet<string> = new Set([
  "57P01",
  "57P02",
  "57P03",
  "53000",
  "53200",
  "53300",
  "57014",
  "55P03",
  "25006",
  "25P03",
]);

/** Deadlock and serialization failure: two stood in each other's way, and this one was given up and undone. */
const GIVEN_UP_CODES: ReadonlySet<string> = new Set(["40P01", "40001"]);

const DISK_FULL = "53100";
const RETRY_AFTER_SECONDS = 2;

/** What the caller is told when the database could not do it now; null for any other error. */
export function unavailabilityOf(error: unknown): RegisterError | null {
  const code = databaseErrorCode(error);
  if (code === null) return null;
  if (code === DISK_FULL) return new RegisterError("storage-full", { cause: error });
  if (!CONNECTION_CODES.has(code) && !BUSY_CODES.has(code) && !code.startsWith("08")) return null;
  return new RegisterError("unavailable", { retryAfterSeconds: RETRY_AFTER_SECONDS, cause: error });
}

/** What the caller is told when another did it at the same time; the next time it goes through. Null for any other error. */
export function givenUpOf(error: unknown): RegisterError | null {
  if (!GIVEN_UP_CODES.has(databaseErrorCode(error) ?? "")) return null;
  return new RegisterError("unavailable", { retryAfterSeconds: RETRY_AFTER_SECONDS, cause: error });
}

/** SQLSTATE or the name of a connection error; Drizzle wraps the driver's error in its own. */
export function databaseErrorCode(error: unknown): string | null {
  if (error instanceof postgres.PostgresError) return error.code;
  if (!(error instanceof Error)) return null;
  if ("code" in error && typeof error.code === "string") return error.code;
  return databaseErrorCode(error.cause);
}
