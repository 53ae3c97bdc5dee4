import { CLIP_PATH, evidencePath } from "@otklik/shared/proof/manifest";
import type { Proof } from "@otklik/shared/proof/proof-schema";
import type { SignedReceipt } from "@otklik/shared/proof/receipt";
import type { FoundFiles } from "@otklik/shared/proof/verify-files";
import { unzipSync } from "fflate";

type Bytes = Uint8Array<ArrayBuffer>;

/** One file as it was chosen or lay in an archive. */
export interface GivenFile {
  /** With its folders, where they are known. */
  readonly path: string;
  readonly bytes: Bytes;
}

/** What is looked at of a clip's folder. */
export interface GivenProof {
  readonly folder: string;
  readonly proof: Proof;
  readonly receipt: SignedReceipt | null;
  /** By the manifest's paths. */
  readonly found: FoundFiles;
}

const TOLD_APART: ReadonlySet<string> = new Set([
  "proof.json",
  "receipt.json",
  "manifest.json",
  "verify.html",
]);
const ZIP_BEGINNING = [0x50, 0x4b, 0x03, 0x04];

/** Unpacks archives among the files. @throws Error for an archive that is broken */
export function unpacked(files: readonly GivenFile[]): GivenFile[] {
  return files.flatMap((file) => {
    if (!ZIP_BEGINNING.every((byte, at) => file.bytes[at] === byte)) return [file];
    return Object.entries(unzipSync(file.bytes))
      .filter(([path]) => !path.endsWith("/"))
      .map(([path, bytes]) => ({ path, bytes: new Uint8Array(bytes) }));
  });
}

/**
 * The proofs among the files, each with what lies in its folder. Endings of file names are for people: a file is
 * known by its place and its name without them.
 */
export function proofsIn(files: readonly GivenFile[]): GivenProof[] {
  return files
    .filter(({ path }) => nameOf(path) === "proof.json")
    .flatMap(({ path, bytes }) => {
      const folder = path.slice(0, path.length - "proof.json".length);
      const beside = files.filter((file) => file.path.startsWith(folder));
      const proof = jsonOf(bytes);
      return isProof(proof)
        ? [{ folder, proof, receipt: receiptIn(beside, folder), found: foundIn(beside, folder) }]
        : [];
    });
}

function receiptIn(files: readonly GivenFile[], folder: string): SignedReceipt | null {
  const file = files.find(({ path }) => path === `${folder}receipt.json`);
  const receipt = file === undefined ? null : jsonOf(file.bytes);
  return isReceipt(receipt) ? receipt : null;
}

function foundIn(files: readonly GivenFile[], folder: string): FoundFiles {
  const found = new Map<string, Bytes>();
  for (const { path, bytes } of files) {
    const name = path.slice(folder.length);
    if (TOLD_APART.has(name)) continue;
    found.set(manifestPath(name), bytes);
  }
  return found;
}

/** Files out of their folder, as they come when dropped one by one, are put where they belong. */
function manifestPath(name: string): string {
  if (name === CLIP_PATH) return CLIP_PATH;
  const sha256 = /^(?:evidence\/)?([0-9a-f]{64})(?:\.\w{1,5})?$/.exec(name)?.[1];
  return sha256 === undefined ? name : evidencePath(sha256);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** What was captured, for showing it; null when it cannot be read. */
export function clipIn(
  found: FoundFiles,
): { author: string | null; narrative: string; permalink: string | null } | null {
  const clip = jsonOf(found.get(CLIP_PATH));
  if (!isRecord(clip) || typeof clip.narrative !== "string") return null;
  const author = isRecord(clip.author) ? (clip.author.name ?? clip.author.handle) : null;
  return {
    author: typeof author === "string" ? author : null,
    narrative: clip.narrative,
    permalink: typeof clip.permalink === "string" ? clip.permalink : null,
  };
}

function jsonOf(bytes: Bytes | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isProof(value: unknown): value is Proof {
  if (!isRecord(value) || typeof value.publicKey !== "string" || typeof value.signature !== "string")
    return false;
  const { manifest } = value;
  if (!isRecord(manifest) || typeof manifest.signedAt !== "string" || !Array.isArray(manifest.files))
    return false;
  return manifest.files.every(
    (file) => isRecord(file) && typeof file.path === "string" && typeof file.sha256 === "string",
  );
}

function isReceipt(value: unknown): value is SignedReceipt {
  if (!isRecord(value) || typeof value.publicKey !== "string" || typeof value.signature !== "string")
    return false;
  const { receipt } = value;
  return (
    isRecord(receipt) &&
    typeof receipt.registeredAt === "string" &&
    typeof receipt.incomingNumber === "string" &&
    typeof receipt.keyId === "string"
  );
}
