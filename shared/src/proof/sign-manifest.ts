import { toBase64url } from "./base64url";
import { bytesOf, canonicalText } from "./canonical-text";
import type { Manifest, Proof } from "./proof-schema";
import { SIGNATURE, type Subtle } from "./subtle";

/** Signs the manifest's canonical JSON. The private key need not be extractable; the public one is told with the proof. */
export async function signManifest<Key>(
  manifest: Manifest,
  { privateKey, publicKey }: { readonly privateKey: Key; readonly publicKey: Key },
  subtle: Pick<Subtle<Key>, "sign" | "exportKey">,
): Promise<Proof> {
  const signature = await subtle.sign(SIGNATURE, privateKey, bytesOf(canonicalText(manifest)));
  return {
    manifest,
    publicKey: toBase64url(new Uint8Array(await subtle.exportKey("raw", publicKey))),
    signature: toBase64url(new Uint8Array(signature)),
  };
}
