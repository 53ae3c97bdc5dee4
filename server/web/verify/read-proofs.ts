import type { ClipField } from "@otklik/shared/complaint/clip-fields";
import { EVIDENCE_KINDS } from "@otklik/shared/complaint/vocabulary";
import { CLIP_PATH, evidencePath } from "@otklik/shared/proof/manifest";
import type { Proof } from "@otklik/shared/proof/proof-schema";
import type { SignedReceipt } from "@otklik/shared/proof/receipt";
import type { FoundFiles } from "@otklik/shared/proof/verify-files";
import { unzipSync } from "fflate";
import { fieldsByHand } from "../proof/fields-by-hand";
import type { ToldFiles } from "../proof/told-file";

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
  /** Null for a clip that lies there without one. */
  readonly proof: Proof | null;
  readonly receipt: SignedReceipt | null;
  /** What the files are said to be. */
  readonly told: ToldFiles;
  /** By the manifest's paths. */
  readonly found: FoundFiles;
}

const TOLD_APART: ReadonlySet<string> = new Set([
  "proof.json",
  "receipt.json",
  "manifest.json",
  "files.json",
  "verify.html",
]);
const ZIP_BEGINNING = [0x50, 0x4b, 0x03, 0x04];

/** Unpacks archives among the files. @throws Error for an archive that is broken */
export function unpacked(files: readonly GivenFile[]): GivenFile[] {
  return files.flatMap((file) => {
    if (!ZIP_BEGINNING.every((byte, at) => file.bytes[at] === byte)) return [file];
    return (
      Object.entries(unzipSync(file.bytes))
        .filter(([path]) => !path.endsWith("/"))
        // Two archives have folders of the same names.
        .map(([path, bytes]) => ({ path: `${file.path}/${path}`, bytes: new Uint8Array(bytes) }))
    );
  });
}

/**
 * The clips among the files, each with what lies in its folder, in the order of their numbers. Endings of file names are for people: a file is
 * known by its place and its name without them.
 */
export function proofsIn(files: readonly GivenFile[]): GivenProof[] {
  const folders = files.flatMap(({ path }) => {
    const name = path.slice(path.lastIndexOf("/") + 1);
    return name === "proof.json" || name === CLIP_PATH ? [path.slice(0, path.length - name.length)] : [];
  });
  return [...new Set(folders)]
    .sort((one, other) => one.localeCompare(other, "en", { numeric: true }))
    .map((folder) => {
      const beside = files.filter(({ path }) => path.startsWith(folder));
      const proof = jsonIn(beside, `${folder}proof.json`);
      const receipt = jsonIn(beside, `${folder}receipt.json`);
      return {
        folder,
        proof: isProof(proof) ? proof : null,
        receipt: isReceipt(receipt) ? receipt : null,
        told: toldIn(jsonIn(beside, `${folder}files.json`)),
        found: foundIn(beside, folder),
      };
    });
}

function jsonIn(files: readonly GivenFile[], name: string): unknown {
  return jsonOf(files.find(({ path }) => path === name)?.bytes);
}

function toldIn(said: unknown): ToldFiles {
  return new Map(
    Object.entries(isRecord(said) ? said : {}).flatMap(([sha256, said]) => {
      const file = isRecord(said) ? said : {};
      const kind = EVIDENCE_KINDS.find((one) => one === file.kind);
      if (kind === undefined) return [];
      const masked = typeof file.masked === "number" ? file.masked : 0;
      const isInstant = typeof file.storedAt === "string" && !Number.isNaN(Date.parse(file.storedAt));
      return [[sha256, { kind, masked, storedAt: isInstant ? String(file.storedAt) : null }] as const];
    }),
  );
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

/** One post as it was captured, for showing it. */
export interface GivenPost {
  readonly author: string | null;
  readonly narrative: string;
  readonly permalink: string | null;
  /** What the agent typed or corrected. */
  readonly byHand: readonly ClipField[];
}

/** What was captured, the further posts in their order; null when it cannot be read. */
export function clipIn(found: FoundFiles): (GivenPost & { readonly more: readonly GivenPost[] }) | null {
  const clip = jsonOf(found.get(CLIP_PATH));
  const post = postOf(clip);
  if (post === null || !isRecord(clip)) return null;
  const more = Array.isArray(clip.more) ? clip.more.map(postOf) : [];
  return { ...post, more: more.filter((one) => one !== null) };
}

function postOf(post: unknown): GivenPost | null {
  if (!isRecord(post) || typeof post.narrative !== "string") return null;
  const author = isRecord(post.author) ? (post.author.name ?? post.author.handle) : null;
  return {
    author: typeof author === "string" ? author : null,
    narrative: post.narrative,
    permalink: typeof post.permalink === "string" ? post.permalink : null,
    byHand: fieldsByHand([post]),
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
