import { readFile } from "node:fs/promises";
import path from "node:path";
import { ReadableStream as NodeStream } from "node:stream/web";
import type { Clip } from "@otklik/shared/complaint/clip";
import type { EvidenceMediaType } from "@otklik/shared/complaint/vocabulary";
import { bytesOf, canonicalText } from "@otklik/shared/proof/canonical-text";
import type { ProvedClip } from "@otklik/shared/proof/complaint-proof";
import { CLIP_PATH, clipText, evidencePath } from "@otklik/shared/proof/manifest";
import { Zip, ZipPassThrough } from "fflate";
import type { Caller, Deps } from "../deps";
import { serverRoot } from "../workspace";
import { findProof } from "./find-proof";

export interface ProofArchive {
  /** Such as `otklik-2026-000142.zip`. */
  readonly name: string;
  readonly stream: ReadableStream<Uint8Array>;
}

interface Packed {
  readonly name: string;
  readonly chunks: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** What the register knows of files that the signed list does not tell. */
function toldFiles({ clip, stored }: ProvedClip) {
  const storedAt = new Map(stored.map((file) => [file.sha256, file.storedAt]));
  return Object.fromEntries(
    clip.evidence.map(({ sha256, kind, masks, maskedParts = 0 }) => [
      sha256,
      { kind, masked: masks.length + maskedParts, storedAt: storedAt.get(sha256) ?? null },
    ]),
  );
}

/** So that a double click opens them. */
const ENDINGS: Readonly<Record<EvidenceMediaType, string>> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/webp": "webp",
  "image/gif": "gif",
  "text/html": "html",
  "message/rfc822": "eml",
};

/**
 * All that proves a complaint's clips as one archive, made while it is read: no file is held whole. Each clip has a
 * folder; `verify.html` beside them checks them without the register.
 *
 * @throws RegisterError `not-found`
 */
export async function packProof(deps: Deps, caller: Caller, id: string): Promise<ProofArchive> {
  const { incomingNumber, clips } = await findProof(deps, caller, id);
  const page = await readFile(path.join(serverRoot, "web", "dist", "verify.html")).catch(() => null);
  const packed = [
    // Missing only where the desk has not been built, and then nobody has pressed its button.
    ...(page === null ? [] : [whole("verify.html", page)]),
    ...clips.flatMap((clip, place) => packClip(deps, caller, clip, `clip-${place + 1}`)),
  ];
  const stream = NodeStream.from(zipped(packed)) as ReadableStream<Uint8Array>;
  return { name: `otklik-${incomingNumber}.zip`, stream };
}

function packClip({ files }: Deps, { orgId }: Caller, proved: ProvedClip, folder: string): Packed[] {
  const { clip, receipt, stored } = proved;
  const text = (name: string, value: object) => whole(`${folder}/${name}`, bytesOf(canonicalText(value)));
  const here = new Set(
    stored.filter(({ state }) => state === "kept" || state === "changed").map(({ sha256 }) => sha256),
  );
  return [
    whole(`${folder}/${CLIP_PATH}`, bytesOf(clipText(clip))),
    ...(clip.proof === undefined
      ? []
      : [text("manifest.json", clip.proof.manifest), text("proof.json", clip.proof)]),
    ...(receipt === null ? [] : [text("receipt.json", receipt)]),
    // Not signed: it only lets the page name the files, those that are missing too.
    text("files.json", toldFiles(proved)),
    ...filesOf(clip)
      .filter(({ sha256 }) => here.has(sha256))
      .map(({ sha256, mediaType }) => ({
        name: `${folder}/${evidencePath(sha256)}.${ENDINGS[mediaType]}`,
        async *chunks() {
          const file = await files.open({ orgId, sha256 });
          if (file !== null) yield* file.stream;
        },
      })),
  ];
}

/** A file that the clip names twice is packed once. */
function filesOf({ evidence }: Clip) {
  return [...new Map(evidence.map((file) => [file.sha256, file])).values()];
}

function whole(name: string, bytes: Uint8Array): Packed {
  return { name, chunks: () => [bytes] };
}

/** Stored, not deflated: pictures are small already, and every byte stays readable as it is. */
async function* zipped(packed: readonly Packed[]): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    ready.push(chunk);
  });
  const taken = () => {
    const chunks = ready;
    ready = [];
    return chunks;
  };
  for (const { name, chunks } of packed) {
    const entry = new ZipPassThrough(name);
    zip.add(entry);
    for await (const chunk of chunks()) {
      entry.push(chunk);
      yield* taken();
    }
    entry.push(new Uint8Array(0), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
