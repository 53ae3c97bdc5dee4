import * as oidc from "openid-client";
import type { OidcSettings } from "../env";
import { OutgoingError } from "../fetch/outgoing-error";
import { createOutgoingFetch, type OutgoingFetch } from "../fetch/outgoing-fetch";

const DISCOVERED_FOR_MS = 60 * 60_000;

/** What must be remembered between going to the provider and coming back. */
export interface ProviderSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Who the provider says has signed in. */
export interface ProviderPerson {
  readonly issuer: string;
  readonly subject: string;
  /** Null unless the provider vouches for it. */
  readonly verifiedEmail: string | null;
}

/** The organisation's identity provider, by OpenID Connect: authorization code with PKCE. */
export interface Provider {
  /** Where to send the browser. @throws ProviderDown */
  begin(redirectUri: string): Promise<{ readonly url: string; readonly secrets: ProviderSecrets }>;
  /**
   * Takes the provider's answer.
   *
   * @param came the address that the browser came back to
   * @throws ProviderDown; anything else that is thrown is the provider's refusal, or not its answer
   */
  finish(came: URL, secrets: ProviderSecrets): Promise<ProviderPerson>;
}

/** The provider does not answer, or not as it should. */
export class ProviderDown extends Error {
  constructor(cause: unknown) {
    super("The identity provider does not answer", { cause });
    this.name = "ProviderDown";
  }
}

/** What the provider tells of itself is asked for when it is first needed, and again after an hour or a failure. */
export function createProvider(
  settings: OidcSettings,
  now: () => Date,
  fetch: OutgoingFetch = createOutgoingFetch({ configured: [settings.issuer] }),
): Provider {
  let known: { readonly configuration: Promise<oidc.Configuration>; readonly until: number } | undefined;

  const configure = async (): Promise<oidc.Configuration> => {
    if (known === undefined || known.until <= now().getTime()) {
      known = { configuration: discover(settings, fetch), until: now().getTime() + DISCOVERED_FOR_MS };
    }
    try {
      return await known.configuration;
    } catch (error) {
      known = undefined;
      throw new ProviderDown(error);
    }
  };

  return {
    async begin(redirectUri) {
      const configuration = await configure();
      const secrets = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
      };
      const url = oidc.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: "openid email",
        state: secrets.state,
        nonce: secrets.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(secrets.verifier),
        code_challenge_method: "S256",
      });
      return { url: url.href, secrets };
    },
    async finish(came, { state, nonce, verifier }) {
      const configuration = await configure();
      try {
        const tokens = await oidc.authorizationCodeGrant(configuration, came, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (claims === undefined) throw new Error("The provider sent no id token");
        const verifiedEmail = await emailOf(configuration, tokens.access_token, claims);
        return { issuer: claims.iss, subject: claims.sub, verifiedEmail };
      } catch (error) {
        throw isDown(error) ? new ProviderDown(error) : error;
      }
    },
  };
}

function discover(settings: OidcSettings, fetch: OutgoingFetch): Promise<oidc.Configuration> {
  const issuer = new URL(settings.issuer);
  return oidc.discovery(issuer, settings.clientId, settings.clientSecret, undefined, {
    [oidc.customFetch]: (url, { method, headers, body, signal }) =>
      fetch(url, { method, headers, body: toBody(body), redirect: "manual", ...(signal && { signal }) }),
    // Only where the operator has written http, which the settings allow for this machine alone.
    execute: issuer.protocol === "http:" ? [oidc.allowInsecureRequests] : [],
  });
}

function toBody(body: oidc.FetchBody): string | URLSearchParams | null {
  if (body === null || body === undefined || typeof body === "string") return body ?? null;
  if (body instanceof URLSearchParams) return body;
  throw new Error("Nothing else is sent to an identity provider");
}

/** Many providers put the address only where it is asked for by itself. */
async function emailOf(
  configuration: oidc.Configuration,
  accessToken: string,
  claims: oidc.IDToken,
): Promise<string | null> {
  const isTold = claims.email !== undefined || configuration.serverMetadata().userinfo_endpoint === undefined;
  const told: Readonly<Record<string, unknown>> = isTold
    ? claims
    : { ...(await oidc.fetchUserInfo(configuration, accessToken, claims.sub)) };
  return told.email_verified === true && typeof told.email === "string" ? told.email : null;
}

const DOWN: readonly (string | undefined)[] = ["OAUTH_TIMEOUT", "OAUTH_RESPONSE_IS_NOT_CONFORM"];
const SAYS_DOWN: readonly string[] = ["server_error", "temporarily_unavailable"];

function isDown(error: unknown): boolean {
  if (error instanceof oidc.AuthorizationResponseError) return SAYS_DOWN.includes(error.error);
  if (error instanceof oidc.ClientError && DOWN.includes(error.code)) return true;
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof OutgoingError) return true;
  return false;
}
