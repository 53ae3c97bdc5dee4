import type { RegisterComplaint } from "@otklik/shared/complaint/complaint";
import { manifestOf } from "@otklik/shared/proof/manifest";
import type { Proof } from "@otklik/shared/proof/proof-schema";
import { signManifest } from "@otklik/shared/proof/sign-manifest";
import { browser } from "wxt/browser";
import type { ClipStore } from "../storage/database";
import { signingKeys } from "./signing-key";

/**
 * Signs what is about to be sent: nothing of it may change afterwards. A browser that cannot sign sends without,
 * and the register says that the signature is missing.
 */
export async function signRequest(request: RegisterComplaint, store: ClipStore): Promise<RegisterComplaint> {
  const { proof: _older, ...clip } = request.clip;
  const bare: RegisterComplaint = { ...request, clip };
  const proof = await proofOf(bare, store, false).catch(() => proofOf(bare, store, true).catch(() => null));
  return proof === null ? bare : { ...bare, clip: { ...clip, proof } };
}

async function proofOf({ id, clip }: RegisterComplaint, store: ClipStore, anew: boolean): Promise<Proof> {
  const head = { id, signedAt: new Date().toISOString(), extension: browser.runtime.getManifest().version };
  const manifest = await manifestOf(clip, head, crypto.subtle);
  return signManifest(manifest, await signingKeys(store, anew), crypto.subtle);
}
