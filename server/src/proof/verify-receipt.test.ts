import { generateKeyPairSync, sign, webcrypto } from "node:crypto";
import { fromBase64url } from "@otklik/shared/proof/base64url";
import { bytesOf, canonicalText } from "@otklik/shared/proof/canonical-text";
import type { Manifest } from "@otklik/shared/proof/proof-schema";
import { keyIdOf, type Receipt, type SignedReceipt } from "@otklik/shared/proof/receipt";
import { verifyReceipt } from "@otklik/shared/proof/verify-receipt";
import { expect, it } from "vitest";
import { manifestHash } from "./check-proof";

const { subtle } = webcrypto;
const ID = "0b1e7c0e-6a0f-4a54-9f3f-1f2f2a3f4b5c";
const MANIFEST: Manifest = {
  version: 1,
  id: ID,
  signedAt: "2026-11-18T09:05:00.000Z",
  extension: "0.1.0",
  files: [{ path: "clip.json", sha256: "a".repeat(64), bytes: 10 }],
};

/** A receipt as a register writes it, but for what is changed before it is signed. */
async function receiptOf(changes: Partial<Receipt> = {}): Promise<SignedReceipt> {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const point = publicKey.export({ format: "jwk" }).x ?? "";
  const receipt: Receipt = {
    version: 1,
    complaintId: ID,
    incomingNumber: "2026-000001",
    clipId: ID,
    manifestSha256: manifestHash(MANIFEST),
    registeredAt: "2026-11-18T09:06:00.000Z",
    keyId: await keyIdOf(fromBase64url(point) ?? new Uint8Array(), subtle),
    ...changes,
  };
  const signature = sign(null, bytesOf(canonicalText(receipt)), privateKey).toString("base64url");
  return { receipt, publicKey: point, signature };
}

it("holds for what the register signed", async () => {
  expect(await verifyReceipt(await receiptOf(), MANIFEST, subtle)).toBe(true);
});

it.each<[string, Partial<Receipt>]>([
  ["names another's key as its own", { keyId: "trustedKey_12345" }],
  ["is of another list", { manifestSha256: "b".repeat(64) }],
  ["is of another clip", { clipId: "1b1e7c0e-6a0f-4a54-9f3f-1f2f2a3f4b5c" }],
])("fails for a signed receipt that %s", async (_what, changes) => {
  expect(await verifyReceipt(await receiptOf(changes), MANIFEST, subtle)).toBe(false);
});

it("fails for a receipt that was changed after it was signed", async () => {
  const signed = await receiptOf();
  const receipt = { ...signed.receipt, registeredAt: "2019-11-18T09:06:00.000Z" };
  expect(await verifyReceipt({ ...signed, receipt }, MANIFEST, subtle)).toBe(false);
});
