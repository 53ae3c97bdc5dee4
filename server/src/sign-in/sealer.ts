import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import path from "node:path";
import { readKeyFile } from "../key-file";

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Keeps small secrets in the database unreadable without a key that lies outside of it. */
export interface Sealer {
  /** @param of whose it is: it opens under the same name only, so that a row cannot be given to another person */
  seal(secret: Uint8Array, of: string): Promise<Buffer>;
  /** @throws Error when it was changed, or sealed by another key or for another */
  open(sealed: Uint8Array, of: string): Promise<Buffer>;
}

/**
 * Seals by AES-256-GCM with the key in the data folder, which is made when it is first needed. All servers of a
 * folder share it. Where the file is lost, second factors have to be enrolled anew.
 */
export function createSealer(dataDir: string): Sealer {
  let loading: Promise<Buffer> | undefined;
  const key = () => {
    loading ??= readKeyFile(path.join(dataDir, "keys", "second-factor.key"), () =>
      randomBytes(KEY_BYTES),
    ).catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
  return {
    async seal(secret, of) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", await key(), nonce);
      cipher.setAAD(Buffer.from(of));
      const text = Buffer.concat([cipher.update(secret), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), text]);
    },
    async open(sealed, of) {
      const decipher = createDecipheriv("aes-256-gcm", await key(), sealed.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(of));
      decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
    },
  };
}
