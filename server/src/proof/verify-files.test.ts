import { webcrypto } from "node:crypto";
import type { Evidence } from "@otklik/shared/complaint/clip";
import { bytesOf } from "@otklik/shared/proof/canonical-text";
import { CLIP_PATH, clipText, evidencePath } from "@otklik/shared/proof/manifest";
import type { Proof } from "@otklik/shared/proof/proof-schema";
import { sha256Hex } from "@otklik/shared/proof/subtle";
import { type FoundFiles, verifyFiles } from "@otklik/shared/proof/verify-files";
import { beforeAll, expect, it } from "vitest";
import { sampleComplaint } from "../../../tests/support/sample-complaint";
import { makeSigner } from "../../../tests/support/signed-complaint";

const FILE = bytesOf("bytes of a picture");
const { subtle } = webcrypto;

let proof: Proof;
let path: string;
let whole: FoundFiles;

beforeAll(async () => {
  const sha256 = await sha256Hex(FILE, subtle);
  path = evidencePath(sha256);
  const evidence: Evidence[] = [
    { kind: "crop", mediaType: "image/png", region: null, masks: [], sha256, bytes: FILE.length },
  ];
  const { clip } = await (await makeSigner())(sampleComplaint({ clip: { evidence } }));
  proof = clip.proof;
  whole = new Map([
    [CLIP_PATH, bytesOf(clipText(clip))],
    [path, FILE],
  ]);
});

const verify = (found: FoundFiles, given = proof, awaited = new Set<string>()) =>
  verifyFiles({ proof: given, receipt: null, found, awaited }, subtle);

it("finds everything as it was signed", async () => {
  expect(await verify(whole)).toMatchObject({
    isSigned: true,
    isReceived: null,
    isWhole: true,
    files: [
      { path: CLIP_PATH, state: "same" },
      { path, state: "same" },
    ],
  });
});

it("tells which file was changed by one bit", async () => {
  for (const changed of [CLIP_PATH, path]) {
    const bytes = Uint8Array.from(whole.get(changed) ?? []);
    bytes[3] = (bytes[3] ?? 0) ^ 1;
    const { files, isWhole } = await verify(new Map([...whole, [changed, bytes]]));
    expect(isWhole).toBe(false);
    expect(files.filter(({ state }) => state !== "same")).toMatchObject([
      { path: changed, state: "changed" },
    ]);
  }
});

it("tells which file is missing, and which was added", async () => {
  const without = new Map(whole);
  without.delete(path);
  expect((await verify(without)).files).toContainEqual(expect.objectContaining({ path, state: "missing" }));
  const added = new Map([...whole, ["evidence/other", FILE] as const]);
  expect((await verify(added)).files).toContainEqual(
    expect.objectContaining({ path: "evidence/other", state: "added" }),
  );
  expect([(await verify(without)).isWhole, (await verify(added)).isWhole]).toEqual([false, false]);
});

it("finds nothing altered while a file is awaited, and does not call it whole", async () => {
  const without = new Map(whole);
  without.delete(path);
  const awaited = new Set([path]);
  expect(await verify(without, proof, awaited)).toMatchObject({
    isUnaltered: true,
    isWhole: false,
    files: [
      { path: CLIP_PATH, state: "same" },
      { path, state: "awaited" },
    ],
  });
  const added = new Map([...without, ["evidence/other", FILE] as const]);
  expect(await verify(added, proof, awaited)).toMatchObject({ isUnaltered: false, isWhole: false });
  expect(await verify(new Map([...whole, [path, bytesOf("x")]]), proof, awaited)).toMatchObject({
    isUnaltered: false,
  });
});

it("does not believe a list that was put right for changed bytes", async () => {
  const other = bytesOf("other bytes");
  const files = proof.manifest.files.map((file) =>
    file.path === path ? { ...file, bytes: other.length } : file,
  );
  const forged = { ...proof, manifest: { ...proof.manifest, files } };
  expect(await verify(whole, forged)).toMatchObject({ isSigned: false, isWhole: false });
});

it("does not call a list whole that has no clip in it", async () => {
  const files = proof.manifest.files.filter(({ path: listed }) => listed !== CLIP_PATH);
  const found = new Map([...whole].filter(([name]) => name !== CLIP_PATH));
  expect((await verify(found, { ...proof, manifest: { ...proof.manifest, files } })).isWhole).toBe(false);
});
