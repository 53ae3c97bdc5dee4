import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
  sign,
  webcrypto,
} from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { canonicalText } from "@otklik/shared/proof/canonical-text";
import { keyIdOf, type Receipt, type SignedReceipt } from "@otklik/shared/proof/receipt";

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
  const file = path.join(folder, "receipt.pem");
  const pem = (await readIfThere(file)) ?? (await makeKey(folder, file));
  const privateKey = createPrivateKey(pem);
  const publicKey = createPublicKey(privateKey).export({ format: "jwk" }).x ?? "";
  const point = Uint8Array.from(Buffer.from(publicKey, "base64url"));
  return { privateKey, publicKey, keyId: await keyIdOf(point, webcrypto.subtle) };
}

/** Of several servers that make one at once, the first to name its file wins. */
async function makeKey(folder: string, file: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unfinished = path.join(folder, `.${randomUUID()}`);
  const made = generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" });
  await writeFile(unfinished, made, { mode: 0o600, flag: "wx", flush: true });
  try {
    await link(unfinished, file);
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  } finally {
    await rm(unfinished, { force: true });
  }
  return readFile(file, "utf8");
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
