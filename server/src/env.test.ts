import path from "node:path";
import { expect, it } from "vitest";
import { readEnv } from "./env";
import { StartRefusal } from "./start-refusal";
import { workspaceRoot } from "./workspace";

it("needs nothing: loopback, port 8787, a folder in the checkout, a database of its own", () => {
  expect(readEnv({ PORT: "", HOST: undefined })).toEqual({
    host: "127.0.0.1",
    port: 8787,
    dataDir: path.join(workspaceRoot, "data"),
    databaseUrl: null,
    publicUrl: "http://127.0.0.1:8787",
    trustedProxies: [],
    ingestLimit: 60,
    evidenceQuotaBytes: 107_374_182_400,
    mail: null,
    oidc: null,
  });
});

it.each([
  [
    "the public address follows host and port",
    { HOST: "10.0.0.5", PORT: "80", ALLOW_PLAIN_HTTP: "true" },
    "http://10.0.0.5:80",
  ],
  ["an address of six groups stands in brackets", { HOST: "::1" }, "http://[::1]:8787"],
  ["nobody can open 0.0.0.0", { HOST: "0.0.0.0", ALLOW_PLAIN_HTTP: "true" }, "http://127.0.0.1:8787"],
  ["a slash at the end is dropped", { PUBLIC_URL: "https://register.test/" }, "https://register.test"],
])("%s", (_rule, variables, publicUrl) => {
  expect(readEnv(variables).publicUrl).toBe(publicUrl);
});

it.each([
  ["PORT", "0"],
  ["PORT", "65536"],
  ["PORT", "80a"],
  ["PORT", "-1"],
  ["HOST", "127.0.0.1/8"],
  ["HOST", "a b"],
  ["DATABASE_URL", "mysql://localhost/otklik"],
  ["DATABASE_URL", "localhost:5432"],
  ["PUBLIC_URL", "register.test"],
  ["PUBLIC_URL", "ftp://register.test"],
  ["PUBLIC_URL", "https://register.test/otklik"],
  ["PUBLIC_URL", "https://user@register.test"],
  ["ALLOW_PLAIN_HTTP", "yes"],
  ["TRUSTED_PROXIES", "10.0.0.1"],
  ["TRUSTED_PROXIES", "10.0.0.0/8, everybody"],
  ["INGEST_LIMIT", "0"],
  ["EVIDENCE_QUOTA_GB", "0"],
  ["EVIDENCE_QUOTA_GB", "1.5"],
  ["SMTP_URL", "https://mail.test"],
  ["MAIL_FROM", "Register <register@example.test>"],
  ["MAIL_FROM", "register@example.test, other@example.test"],
  ["OIDC_ISSUER", "http://id.example.test"],
  ["OIDC_ORGANISATION", "Ромашка"],
  ["OIDC_ORGANISATION", "00000000-0000-0000-0000-000000000000"],
])("refuses %s=%s with one sentence that names it", (name, value) => {
  const reading = () => readEnv({ [name]: value });
  expect(reading).toThrow(StartRefusal);
  expect(reading).toThrow(new RegExp(`^${name} must [^\\n]+\\.$`));
});

it("takes the least and the greatest port", () => {
  expect([readEnv({ PORT: "1" }).port, readEnv({ PORT: "65535" }).port]).toEqual([1, 65_535]);
});

it.each([
  ["one of the network", { HOST: "0.0.0.0" }],
  ["one of the network in six groups", { HOST: "::" }],
  ["a name that may lead anywhere", { HOST: "register.test" }],
  ["a plain http name", { HOST: "10.0.0.5", PUBLIC_URL: "http://register.test" }],
])("refuses to listen on more than this machine without https: %s", (_rule, variables) => {
  expect(() => readEnv(variables)).toThrow(/^PUBLIC_URL must be an https address when [^\n]+\.$/);
});

it.each([
  ["behind an https name", { HOST: "0.0.0.0", PUBLIC_URL: "https://register.test" }],
  ["when the risk is taken", { HOST: "0.0.0.0", ALLOW_PLAIN_HTTP: "true" }],
  ["on loopback by its name", { HOST: "localhost" }],
  ["on loopback in six groups", { HOST: "::1" }],
  [
    "on any loopback address, with a proxy before it",
    { HOST: "127.0.0.2", PUBLIC_URL: "http://register.test" },
  ],
])("listens %s", (_rule, variables) => {
  expect(readEnv(variables).host).toBe(variables.HOST);
});

it.each([
  [{ SMTP_URL: "smtp://mail.test" }, "MAIL_FROM must be set together with SMTP_URL."],
  [{ MAIL_FROM: "a@mail.test" }, "SMTP_URL must be set together with MAIL_FROM."],
  [
    { OIDC_ISSUER: "https://id.test", OIDC_CLIENT_ID: "register" },
    "OIDC_CLIENT_SECRET must be set together with OIDC_ISSUER and OIDC_CLIENT_ID.",
  ],
  [
    { OIDC_ORGANISATION: "0B9F6C1E-58A4-4C0E-9B53-3F1B6F2F8A10" },
    "OIDC_ORGANISATION means nothing without OIDC_ISSUER.",
  ],
])("refuses half of what belongs together: %j", (variables, sentence) => {
  expect(() => readEnv(variables)).toThrow(new StartRefusal(sentence));
});

it("reads proxies, the mail server and the identity provider", () => {
  expect(
    readEnv({
      TRUSTED_PROXIES: "10.0.0.0/8, fd00::/8",
      SMTP_URL: "smtp://mail.test:587",
      MAIL_FROM: "register@example.test",
      OIDC_ISSUER: "https://id.test/realm",
      OIDC_CLIENT_ID: "register",
      OIDC_CLIENT_SECRET: "secret",
      OIDC_ORGANISATION: "0B9F6C1E-58A4-4C0E-9B53-3F1B6F2F8A10",
    }),
  ).toMatchObject({
    trustedProxies: ["10.0.0.0/8", "fd00::/8"],
    mail: { smtpUrl: "smtp://mail.test:587", from: "register@example.test" },
    oidc: {
      issuer: "https://id.test/realm",
      clientId: "register",
      clientSecret: "secret",
      name: "id.test",
      organisation: "0b9f6c1e-58a4-4c0e-9b53-3f1b6f2f8a10",
    },
  });
});
