/** A secret and what may be shown of it beforehand (RFC 7636, S256). */
export interface ProofKey {
  readonly codeVerifier: string;
  readonly codeChallenge: string;
}

const VERIFIER_BYTES = 32;

/** A verifier of 256 random bits with its challenge, as RFC 7636 wants them with `S256`. */
export async function newProofKey(): Promise<ProofKey> {
  const codeVerifier = base64url(crypto.getRandomValues(new Uint8Array(VERIFIER_BYTES)));
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(codeVerifier));
  return { codeVerifier, codeChallenge: base64url(new Uint8Array(digest)) };
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
