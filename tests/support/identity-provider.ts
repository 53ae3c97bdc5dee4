/// <reference path="./oidc-provider.d.ts" />
import { once } from "node:events";
import { createServer } from "node:http";
import { type Context, Provider } from "oidc-provider";
import { freePort } from "./free-port";

/** Somebody with an account at the provider. */
export interface ProviderAccount {
  readonly sub: string;
  readonly email: string;
  readonly email_verified: boolean;
}

/** A real OpenID Connect provider on this machine, where whoever comes is signed in at once. */
export interface IdentityProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who signs in next; null stops there. */
  account: ProviderAccount | null;
  /** Goes where a browser would, from the first address until the provider sends it back. */
  follow(address: string): Promise<URL>;
  close(): Promise<void>;
}

const CLIENT = { client_id: "otklik", client_secret: "a secret of the register and the provider" };

/** @param redirectUri of the one client that it knows */
export async function startIdentityProvider(redirectUri: string): Promise<IdentityProvider> {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const accounts = new Map<string, ProviderAccount>();
  const provider = new Provider(issuer, {
    clients: [{ ...CLIENT, redirect_uris: [redirectUri] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    cookies: { keys: ["of a test"] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: () => "/interaction" },
    pkce: { required: () => true },
    findAccount: (_context: unknown, sub: string) => ({ accountId: sub, claims: () => accounts.get(sub) }),
    loadExistingGrant: async ({ oidc }: Context) => {
      const grant = new provider.Grant({
        clientId: oidc.client.clientId,
        accountId: oidc.session.accountId,
      });
      grant.addOIDCScope("openid email");
      await grant.save();
      return grant;
    },
  });
  provider.use(async (context, next) => {
    if (context.path !== "/interaction") return next();
    context.respond = false;
    const { account } = started;
    if (account !== null) accounts.set(account.sub, account);
    const result = account === null ? { error: "access_denied" } : { login: { accountId: account.sub } };
    await provider.interactionFinished(context.req, context.res, result);
  });
  const http = createServer(provider.callback()).listen(port, "127.0.0.1");
  await once(http, "listening");

  const started: IdentityProvider = {
    issuer,
    clientId: CLIENT.client_id,
    clientSecret: CLIENT.client_secret,
    account: null,
    async follow(address) {
      const cookies = new Map<string, string>();
      for (let at = new URL(address); ; ) {
        if (at.origin !== issuer) return at;
        const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
        const answer = await fetch(at, { redirect: "manual", headers: { cookie } });
        for (const set of answer.headers.getSetCookie()) {
          const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
          cookies.set(name, value);
        }
        const location = answer.headers.get("location");
        if (location === null) throw new Error(`The provider stops with ${answer.status} at ${at.pathname}`);
        at = new URL(location, at);
      }
    },
    async close() {
      http.closeAllConnections();
      http.close();
      await once(http, "close");
    },
  };
  return started;
}
