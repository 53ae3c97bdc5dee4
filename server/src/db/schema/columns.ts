import { customType, timestamp } from "drizzle-orm/pg-core";

export const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });
export const searchVector = customType<{ data: string }>({ dataType: () => "tsvector" });
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
