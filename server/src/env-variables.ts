import path from "node:path";
import { mailAddressSchema } from "@otklik/shared/people/mail";
import ipaddr from "ipaddr.js";
import { z } from "zod";
import { isLoopback } from "./loopback";
import { workspaceRoot } from "./workspace";

const WHOLE_PORT = "must be a whole number from 1 to 65535";
const OIDC = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;

const portSchema = z
  .string()
  .regex(/^\d{1,5}$/, { error: WHOLE_PORT })
  .transform(Number)
  .refine((port) => port >= 1 && port <= 65_535, { error: WHOLE_PORT });

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

const proxiesSchema = z
  .string()
  .transform((value) => value.split(",").map((part) => part.trim()))
  .refine((networks) => networks.every((network) => isNetwork(network)), {
    error: "must be a list of networks, such as 127.0.0.1/32, 10.0.0.0/8, fd00::/8",
  });

const ingestLimitSchema = z
  .string()
  .regex(/^[1-9]\d{0,6}$/, { error: "must be a whole number from 1 to 9999999" })
  .transform(Number);

const evidenceQuotaSchema = z
  .string()
  .regex(/^[1-9]\d{0,5}$/, { error: "must be a whole number of gigabytes from 1 to 999999" })
  .transform(Number);

const smtpUrlSchema = z.string().refine((value) => isUrl(value, ["smtp:", "smtps:"]), {
  error: "must look like smtp://user:password@mail.example.org:587",
});

const mailFromSchema = z.string().refine((value) => mailAddressSchema.safeParse(value).success, {
  error: "must be a plain address, such as register@example.org",
});

const issuerSchema = z
  .string()
  .refine((value) => isUrl(value, ["https:"]) || (isUrl(value, ["http:"]) && isLocal(value)), {
    error: "must be an https address, such as https://id.example.org",
  });

/** Not the nil UUID, by which the installation itself is named. */
const organisationSchema = z
  .string()
  .toLowerCase()
  .refine((value) => z.uuidv4().safeParse(value).success, {
    error: "must be the id of an organisation, such as 0b9f6c1e-58a4-4c0e-9b53-3f1b6f2f8a10",
  });

/** The variables that the server reads, and what each must be. */
export const envVariablesSchema = z
  .object({
    PORT: portSchema.default(8787),
    HOST: hostSchema.default("127.0.0.1"),
    DATA_DIR: z.string().default(path.join(workspaceRoot, "data")),
    DATABASE_URL: databaseUrlSchema.optional(),
    PUBLIC_URL: publicUrlSchema.optional(),
    ALLOW_PLAIN_HTTP: z.enum(["true", "false"], { error: "must be true or false" }).default("false"),
    TRUSTED_PROXIES: proxiesSchema.default([]),
    INGEST_LIMIT: ingestLimitSchema.default(60),
    EVIDENCE_QUOTA_GB: evidenceQuotaSchema.default(100),
    SMTP_URL: smtpUrlSchema.optional(),
    MAIL_FROM: mailFromSchema.optional(),
    OIDC_ISSUER: issuerSchema.optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    OIDC_ORGANISATION: organisationSchema.optional(),
    OIDC_NAME: z.string().max(60, { error: "must be at most 60 characters long" }).optional(),
  })
  .superRefine((values, context) => {
    requireAll(values, ["SMTP_URL", "MAIL_FROM"], context);
    requireAll(values, OIDC, context);
    requireIssuer(values, context);
    const isEncrypted = values.PUBLIC_URL?.startsWith("https:") ?? false;
    if (isLoopback(values.HOST) || isEncrypted || values.ALLOW_PLAIN_HTTP === "true") return;
    context.addIssue({
      code: "custom",
      path: ["PUBLIC_URL"],
      message:
        "must be an https address when the server listens on a network: passwords would travel unencrypted (HOST=127.0.0.1 keeps it to this machine, ALLOW_PLAIN_HTTP=true takes the risk)",
    });
  });

/** Settings that mean nothing without one another. */
function requireAll<Name extends string>(
  values: Readonly<Partial<Record<Name, unknown>>>,
  names: readonly Name[],
  context: z.RefinementCtx,
): void {
  const missing = names.filter((name) => values[name] === undefined);
  if (missing.length === names.length) return;
  for (const name of missing) {
    const others = names.filter((other) => other !== name).join(" and ");
    context.addIssue({ code: "custom", path: [name], message: `must be set together with ${others}` });
  }
}

function requireIssuer(
  values: { readonly OIDC_ISSUER?: string | undefined; readonly OIDC_ORGANISATION?: string | undefined },
  context: z.RefinementCtx,
): void {
  if (values.OIDC_ORGANISATION === undefined || values.OIDC_ISSUER !== undefined) return;
  context.addIssue({
    code: "custom",
    path: ["OIDC_ORGANISATION"],
    message: "means nothing without OIDC_ISSUER",
  });
}

function isUrl(value: string, protocols: readonly string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol);
}

function isOrigin(value: string): boolean {
  if (!isUrl(value, ["http:", "https:"])) return false;
  const url = new URL(value);
  return url.pathname === "/" && url.search === "" && url.hash === "" && url.username === "";
}

function isLocal(address: string): boolean {
  return isLoopback(new URL(address).hostname);
}

function isNetwork(network: string): boolean {
  try {
    ipaddr.parseCIDR(network);
    return true;
  } catch {
    return false;
  }
}
