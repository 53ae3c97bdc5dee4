import { SIGNING_KEY } from "@otklik/shared/proof/subtle";
import type { ClipStore } from "../storage/database";

/**
 * The key pair of this installation, made when it is first needed. Its private half can be used and never read,
 * not even by us; one that was lost with the browser's storage is made anew, and proves only what comes after.
 *
 * @param anew the kept one cannot be used any more
 */
export async function signingKeys(store: ClipStore, anew = false): Promise<CryptoKeyPair> {
  const kept = anew ? undefined : await store.get("keys", "signing");
  if (kept !== undefined) return kept.keys;
  const made = await crypto.subtle.generateKey(SIGNING_KEY, false, ["sign", "verify"]);
  const transaction = store.transaction("keys", "readwrite");
  // Another page may have made one meanwhile: the first counts.
  const first = anew ? undefined : await transaction.store.get("signing");
  if (first === undefined) await transaction.store.put({ id: "signing", keys: made });
  await transaction.done;
  return first?.keys ?? made;
}
