import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  webcrypto,
} from "node:crypto";
import path from "node:path";
import { canonicalText } from "@otklik/shared/proof/canonical-text";
import { keyIdOf, type Receipt, type SignedReceipt } from "@otklik/shared/proof/receipt";
import { readKeyFile } from "../key-file";

/** Signs receipts by the installation's key. */
export interface ReceiptSigner {
  sign(receipt: Omit<Receipt, "version" | "keyId">): Promise<SignedReceipt>;
}

/**
 * Signs by the key in the data folder, which is made when it is first needed. It stands outside the database: a
 * copy of that gives nobody the power to write receipts. All servers of a folder sign by one key. A key is
 * replaced by moving its file away; receipts of the old one are still read, for each carries its public key.
 */
export function createReceiptSigner(dataDir: string): ReceiptSigner {
  let loading: Promise<SigningKey> | undefined;
  return {
    async sign(told) {
      loading ??= loadKey(path.join(dataDir, "keys")).catch((error: unknown) => {
        loading = undefined;
        throw error;
      });
      const { privateKey, publicKey, keyId } = await loading;
      const receipt: Receipt = { version: 1, ...told, keyId };
      const signature = sign(null, Buffer.from(canonicalText(receipt)), privateKey).toString("base64url");
      return { receipt, publicKey, signature };
    },
  };
}

interface SigningKey {
  readonly privateKey: KeyObject;
  /** 32 bytes, base64url. */
  readonly publicKey: string;
  readonly keyId: string;
}

async function loadKey(folder: string): Promise<SigningKey> {
  const pem = await readKeyFile(path.join(folder, "receipt.pem"), () =>
    generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" }),
  );
  const privateKey = createPrivateKey(pem);
  const publicKey = createPublicKey(privateKey).export({ format: "jwk" }).x ?? "";
  const point = Uint8Array.from(Buffer.from(publicKey, "base64url"));
  return { privateKey, publicKey, keyId: await keyIdOf(point, webcrypto.subtle) };
}
