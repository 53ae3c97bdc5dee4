import path from "node:path";
import { envVariablesSchema } from "./env-variables";
import { StartRefusal } from "./start-refusal";

export interface Env {
  readonly host: string;
  readonly port: number;
  /** Absolute; holds the evidence, and the database when the server owns it. */
  readonly dataDir: string;
  /** Null when the server runs a PostgreSQL of its own. */
  readonly databaseUrl: string | null;
  /** Origin by which browsers reach the server, without a slash at the end. */
  readonly publicUrl: string;
  /** Networks of the proxies, such as `10.0.0.0/8`, whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  /** Registrations of one device within ten seconds. */
  readonly ingestLimit: number;
  /** What the files of one organisation may take together. */
  readonly evidenceQuotaBytes: number;
  /** Null: no mail is sent, and links are shown to be passed on. */
  readonly mail: MailSettings | null;
  /** Null: nobody signs in through an identity provider. */
  readonly oidc: OidcSettings | null;
}

export interface MailSettings {
  /** `smtp:` or `smtps:`, with user and password where the mail server wants them. */
  readonly smtpUrl: string;
  /** The plain address that mails come from. */
  readonly from: string;
}

/** An identity provider that speaks OpenID Connect. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** As the button of the sign-in page calls it. */
  readonly name: string;
  /** The id of the organisation that it speaks for; null: of the only one that there is. */
  readonly organisation: string | null;
}

type Variables = ReturnType<typeof envVariablesSchema.parse>;

const GIGABYTE = 1024 ** 3;
const ANY_ADDRESS: readonly string[] = ["0.0.0.0", "::"];

/**
 * Reads the server's settings from environment variables; an empty variable counts as absent.
 *
 * @throws StartRefusal with one sentence that names the variable and what it must be
 */
export function readEnv(variables: Readonly<Record<string, string | undefined>>): Env {
  const present = Object.entries(variables).filter(([, value]) => value !== undefined && value !== "");
  const parsed = envVariablesSchema.safeParse(Object.fromEntries(present));
  if (parsed.success) return toEnv(parsed.data);
  const issue = parsed.error.issues[0];
  throw new StartRefusal(`${issue?.path.join(".") ?? "The environment"} ${issue?.message ?? "is wrong"}.`);
}

function toEnv(values: Variables): Env {
  return {
    host: values.HOST,
    port: values.PORT,
    dataDir: path.resolve(values.DATA_DIR),
    databaseUrl: values.DATABASE_URL ?? null,
    publicUrl: values.PUBLIC_URL ?? `http://${browserHost(values.HOST)}:${values.PORT}`,
    trustedProxies: values.TRUSTED_PROXIES,
    ingestLimit: values.INGEST_LIMIT,
    evidenceQuotaBytes: values.EVIDENCE_QUOTA_GB * GIGABYTE,
    mail: mailOf(values),
    oidc: oidcOf(values),
  };
}

function mailOf({ SMTP_URL, MAIL_FROM }: Variables): MailSettings | null {
  return SMTP_URL === undefined || MAIL_FROM === undefined ? null : { smtpUrl: SMTP_URL, from: MAIL_FROM };
}

function oidcOf(values: Variables): OidcSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = values;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return null;
  const name = values.OIDC_NAME ?? new URL(issuer).host;
  return { issuer, clientId, clientSecret, name, organisation: values.OIDC_ORGANISATION ?? null };
}

/** What a browser on this machine calls a host that is listened on. */
export function browserHost(host: string): string {
  if (ANY_ADDRESS.includes(host)) return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}
