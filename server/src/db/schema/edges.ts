import { bigint, integer, pgTable, text } from "drizzle-orm/pg-core";

/**
 * Counts of attempts that all servers share; of the installation. The columns are those that
 * rate-limiter-flexible reads and writes.
 */
export const rateLimits = pgTable("rate_limits", {
  key: text().primaryKey(),
  points: integer().notNull().default(0),
  /** Milliseconds since the epoch; null: never. */
  expire: bigint({ mode: "number" }),
});
