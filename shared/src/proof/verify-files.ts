import { CLIP_PATH } from "./manifest";
import type { Proof } from "./proof-schema";
import type { SignedReceipt } from "./receipt";
import { type Subtle, sha256Hex } from "./subtle";
import { isSigned } from "./verify-proof";
import { type ReceiptSubtle, verifyReceipt } from "./verify-receipt";

/** `awaited`: not there, and the register that holds the proof says that it never was. */
export type FileState = "same" | "changed" | "missing" | "added" | "awaited";

/** One file of a proof, found or not. */
export interface FileFinding {
  /** As the manifest names it, or as it was found. */
  readonly path: string;
  readonly state: FileState;
  /** The hash that was signed; of a file that was added, its own. */
  readonly sha256: string;
}

export interface Findings {
  /** The list of hashes was signed with the key beside it. */
  readonly isSigned: boolean;
  /** The register's receipt is signed and of this list; null where there is none or this browser cannot check it. */
  readonly isReceived: boolean | null;
  readonly files: readonly FileFinding[];
  /** Nothing differs, nothing is missing, nothing was added; files may still be awaited. */
  readonly isUnaltered: boolean;
  /** Unaltered, and every file is there. */
  readonly isWhole: boolean;
}

/** The bytes that were found, by the manifest's paths. */
export type FoundFiles = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

export interface VerifiedProof {
  readonly proof: Proof;
  readonly receipt: SignedReceipt | null;
  readonly found: FoundFiles;
  /** Paths of the files whose bytes have not come to the register yet; none where nobody can know. */
  readonly awaited?: ReadonlySet<string>;
}

/** Compares the bytes at hand with what was signed, file by file. Never throws: what cannot be read has failed. */
export async function verifyFiles<Key>(
  { proof, receipt, found, awaited }: VerifiedProof,
  subtle: Pick<Subtle<Key>, "digest" | "importKey" | "verify"> & ReceiptSubtle<Key>,
): Promise<Findings> {
  const files: FileFinding[] = [];
  for (const { path, sha256, bytes } of proof.manifest.files) {
    const file = found.get(path);
    const absent = awaited?.has(path) ? "awaited" : "missing";
    const isSame = file?.length === bytes && (await sha256Hex(file, subtle)) === sha256;
    files.push({ path, sha256, state: file === undefined ? absent : isSame ? "same" : "changed" });
  }
  const listed = new Set(proof.manifest.files.map(({ path }) => path));
  for (const [path, file] of found) {
    if (!listed.has(path)) files.push({ path, sha256: await sha256Hex(file, subtle), state: "added" });
  }
  const signed = await isSigned(proof, subtle);
  const isReceived = receipt === null ? null : await verifyReceipt(receipt, proof.manifest, subtle);
  const isUnaltered =
    signed &&
    isReceived !== false &&
    listed.has(CLIP_PATH) &&
    files.every(({ state }) => state === "same" || state === "awaited");
  const isWhole = isUnaltered && files.every(({ state }) => state === "same");
  return { isSigned: signed, isReceived, files, isUnaltered, isWhole };
}
