import path from "node:path";
import { z } from "zod";
import { StartRefusal } from "./start-refusal";
import { workspaceRoot } from "./workspace";

export interface Env {
  readonly host: string;
  readonly port: number;
  /** Absolute; holds the evidence, and the database when the server owns it. */
  readonly dataDir: string;
  /** Null when the server runs a PostgreSQL of its own. */
  readonly databaseUrl: string | null;
  /** Origin by which browsers reach the server, without a slash at the end. */
  readonly publicUrl: string;
}

const ANY_ADDRESS: readonly string[] = ["0.0.0.0", "::"];

const portSchema = z
  .string()
  .regex(/^\d{1,5}$/, { error: "must be a whole number from 1 to 65535" })
  .transform(Number)
  .refine((port) => port >= 1 && port <= 65_535, { error: "must be a whole number from 1 to 65535" });

const hostSchema = z
  .string()
  .regex(/^[A-Za-z0-9.:_-]+$/, { error: "must be a host name or an IP address, without a port" });

const databaseUrlSchema = z.string().refine((value) => isUrl(value, ["postgres:", "postgresql:"]), {
  error: "must look like postgres://user:password@host:5432/database",
});

const publicUrlSchema = z
  .string()
  .refine((value) => isOrigin(value), {
    error: "must look like https://register.example.org, without a path",
  })
  .transform((value) => new URL(value).origin);

const envSchema = z
  .object({
    PORT: portSchema.default(8787),
    HOST: hostSchema.default("127.0.0.1"),
    DATA_DIR: z.string().default(path.join(workspaceRoot, "data")),
    DATABASE_URL: databaseUrlSchema.optional(),
    PUBLIC_URL: publicUrlSchema.optional(),
  })
  .transform(
    (values): Env => ({
      host: values.HOST,
      port: values.PORT,
      dataDir: path.resolve(values.DATA_DIR),
      databaseUrl: values.DATABASE_URL ?? null,
      publicUrl: values.PUBLIC_URL ?? `http://${browserHost(values.HOST)}:${values.PORT}`,
    }),
  );

/**
 * Reads the server's settings from environment variables; an empty variable counts as absent.
 *
 * @throws StartRefusal with one sentence that names the variable and what it must be
 */
export function readEnv(variables: Readonly<Record<string, string | undefined>>): Env {
  const present = Object.entries(variables).filter(([, value]) => value !== undefined && value !== "");
  const parsed = envSchema.safeParse(Object.fromEntries(present));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new StartRefusal(`${issue?.path.join(".") ?? "The environment"} ${issue?.message ?? "is wrong"}.`);
}

function browserHost(host: string): string {
  if (ANY_ADDRESS.includes(host)) return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}

function isUrl(value: string, protocols: readonly string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol);
}

function isOrigin(value: string): boolean {
  if (!isUrl(value, ["http:", "https:"])) return false;
  const url = new URL(value);
  return url.pathname === "/" && url.search === "" && url.hash === "" && url.username === "";
}
