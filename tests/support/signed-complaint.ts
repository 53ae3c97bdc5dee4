import { webcrypto } from "node:crypto";
import type { RegisterComplaint } from "@otklik/shared/complaint/complaint";
import { manifestOf } from "@otklik/shared/proof/manifest";
import type { Proof } from "@otklik/shared/proof/proof-schema";
import { signManifest } from "@otklik/shared/proof/sign-manifest";
import { SIGNING_KEY } from "@otklik/shared/proof/subtle";

type Signed = RegisterComplaint & { readonly clip: { readonly proof: Proof } };

/** Signs complaints by one key, as one installed extension does. */
export async function makeSigner(): Promise<(complaint: RegisterComplaint) => Promise<Signed>> {
  const { subtle } = webcrypto;
  const keys = await subtle.generateKey(SIGNING_KEY, false, ["sign", "verify"]);
  return async (complaint) => {
    const { proof: _earlier, ...clip } = complaint.clip;
    const head = { id: complaint.id, signedAt: new Date().toISOString(), extension: "0.1.0" };
    const proof = await signManifest(await manifestOf(clip, head, subtle), keys, subtle);
    return { ...complaint, clip: { ...clip, proof } };
  };
}
