/** What of WebCrypto signing and checking needs; browsers, workers and Node have it under `crypto.subtle`. */
export interface Subtle<Key> {
  digest(algorithm: "SHA-256", data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
  importKey(
    format: "raw",
    keyData: Uint8Array<ArrayBuffer>,
    algorithm: { name: "ECDSA"; namedCurve: "P-256" },
    extractable: boolean,
    keyUsages: "verify"[],
  ): Promise<Key>;
  exportKey(format: "raw", key: Key): Promise<ArrayBuffer>;
  sign(
    algorithm: { name: "ECDSA"; hash: "SHA-256" },
    key: Key,
    data: Uint8Array<ArrayBuffer>,
  ): Promise<ArrayBuffer>;
  verify(
    algorithm: { name: "ECDSA"; hash: "SHA-256" },
    key: Key,
    signature: Uint8Array<ArrayBuffer>,
    data: Uint8Array<ArrayBuffer>,
  ): Promise<boolean>;
}

/** How a clip's proof is signed. */
export const SIGNATURE = { name: "ECDSA", hash: "SHA-256" } as const;
export const SIGNING_KEY = { name: "ECDSA", namedCurve: "P-256" } as const;

/** SHA-256 in lower-case hexadecimal. */
export async function sha256Hex<Key>(
  bytes: Uint8Array<ArrayBuffer>,
  subtle: Pick<Subtle<Key>, "digest">,
): Promise<string> {
  const digest = new Uint8Array(await subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
