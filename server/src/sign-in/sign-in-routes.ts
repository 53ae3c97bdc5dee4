import { sessionSchema } from "@otklik/shared/people/account";
import {
  codeOwedSchema,
  passkeyOptionsSchema,
  signInByCodeSchema,
  signInByPasskeySchema,
  signInMethodsSchema,
  signInToOrganisationSchema,
  startAtProviderSchema,
  startedAtProviderSchema,
} from "@otklik/shared/people/sign-in";
import { Hono } from "hono";
import type { Deps } from "../deps";
import { RegisterError } from "../errors";
import type { AppEnv } from "../http/app-env";
import { clientAddress } from "../http/client-address";
import { describe } from "../http/describe";
import { clearProviderCookie, readProviderCookie, writeProviderCookie } from "../http/provider-cookie";
import { requireSameOrigin } from "../http/same-origin";
import { writeSessionCookie } from "../http/session-cookie";
import { validate } from "../http/validate";
import { visitOf } from "../http/visit-of";
import { findSession } from "../people/find-session";
import type { Provider } from "./provider";
import { providerOrganisation } from "./provider-organisation";
import { relyingPartyOf } from "./relying-party";
import type { Sealer } from "./sealer";
import { signInByCode } from "./sign-in-by-code";
import { signInByPasskey } from "./sign-in-by-passkey";
import { signInByProvider } from "./sign-in-by-provider";
import { signInToOrganisation } from "./sign-in-to-organisation";
import { startAtProvider } from "./start-at-provider";
import { startPasskey } from "./start-passkey";

const SIGNED_IN = { 201: { description: "Signed in by a cookie", schema: sessionSchema } };

/** The ways to sign in beside a password alone. @param provider null when none is configured */
export function signInRoutes(deps: Deps, sealer: Sealer, provider: Provider | null) {
  const { publicUrl, oidc } = deps.env;
  return new Hono<AppEnv>()
    .get(
      "/methods",
      describe("How one may sign in here, beside a password", {
        200: { description: "What the sign-in page offers", schema: signInMethodsSchema },
      }),
      async (c) => {
        const isOpen = (await providerOrganisation(deps)) !== null;
        return c.json(
          {
            passkeys: relyingPartyOf(publicUrl) !== null,
            provider: oidc !== null && isOpen ? { name: oidc.name } : null,
            mail: deps.mail !== null,
            setUp: await deps.across.hasOrganisation(),
          },
          200,
        );
      },
    )
    .post(
      "/code",
      describe("Sign in by the code that is owed after the password", SIGNED_IN, [
        "invalid-request",
        "wrong-code",
        "sign-in-step-over",
        "cross-site-request",
      ]),
      validate("json", signInByCodeSchema),
      async (c) => {
        requireSameOrigin(c, publicUrl, "allow");
        const session = await signInByCode(deps, sealer, c.req.valid("json"), visitOf(c));
        writeSessionCookie(c, publicUrl, session.token, session.expiresAt);
        return c.json(await findSession(deps, session), 201);
      },
    )
    .post(
      "/organisation",
      describe(
        "Sign in to one of the organisations in which the password is right",
        {
          ...SIGNED_IN,
          202: { description: "A code is owed as well", schema: codeOwedSchema },
        },
        ["invalid-request", "sign-in-step-over", "cross-site-request"],
      ),
      validate("json", signInToOrganisationSchema),
      async (c) => {
        requireSameOrigin(c, publicUrl, "allow");
        const entered = await signInToOrganisation(deps, c.req.valid("json"), visitOf(c));
        if ("owed" in entered) return c.json(entered.owed, 202);
        const { session } = entered;
        writeSessionCookie(c, publicUrl, session.token, session.expiresAt);
        return c.json(await findSession(deps, session), 201);
      },
    )
    .post(
      "/passkey/challenge",
      describe(
        "Ask for any passkey of this server",
        { 201: { description: "For the browser's dialog", schema: passkeyOptionsSchema } },
        ["not-found", "cross-site-request"],
      ),
      async (c) => {
        requireSameOrigin(c, publicUrl, "allow");
        await deps.limits.passkeyStart.count(clientAddress(c));
        return c.json(await startPasskey(deps), 201);
      },
    )
    .post(
      "/passkey",
      describe("Sign in by a passkey", SIGNED_IN, [
        "invalid-request",
        "passkey-refused",
        "sign-in-step-over",
        "not-found",
        "cross-site-request",
      ]),
      validate("json", signInByPasskeySchema),
      async (c) => {
        requireSameOrigin(c, publicUrl, "allow");
        const session = await signInByPasskey(deps, c.req.valid("json").answer, visitOf(c));
        writeSessionCookie(c, publicUrl, session.token, session.expiresAt);
        return c.json(await findSession(deps, session), 201);
      },
    )
    .post(
      "/provider",
      describe(
        "Begin to sign in at the identity provider",
        { 201: { description: "Where the browser goes next", schema: startedAtProviderSchema } },
        ["invalid-request", "not-found", "provider-unavailable", "cross-site-request"],
      ),
      validate("json", startAtProviderSchema),
      async (c) => {
        requireSameOrigin(c, publicUrl, "allow");
        if (provider === null || (await providerOrganisation(deps)) === null)
          throw new RegisterError("not-found");
        await deps.limits.signInStart.count(clientAddress(c));
        const { url, secret, expiresAt } = await startAtProvider(deps, provider, c.req.valid("json").next);
        writeProviderCookie(c, publicUrl, secret, expiresAt);
        return c.json({ url }, 201);
      },
    )
    .get(
      "/provider/callback",
      describe(
        "Where the identity provider sends the browser back to",
        { 302: { description: "To the desk, or to its sign-in page with the reason why not" } },
        ["not-found"],
      ),
      async (c) => {
        if (provider === null) throw new RegisterError("not-found");
        // By its public address: behind a proxy the request names another.
        const came = new URL(`${new URL(c.req.url).pathname}${new URL(c.req.url).search}`, publicUrl);
        const secret = readProviderCookie(c, publicUrl);
        const answer = await signInByProvider(deps, provider, secret, came, visitOf(c));
        clearProviderCookie(c, publicUrl);
        const query = new URLSearchParams(answer.next === undefined ? {} : { next: answer.next });
        if ("failure" in answer) query.set("provider", answer.failure);
        else writeSessionCookie(c, publicUrl, answer.session.token, answer.session.expiresAt);
        // The sign-in page knows which addresses it may lead on to.
        return c.redirect(query.size === 0 ? "/sign-in" : `/sign-in?${query}`, 302);
      },
    );
}
