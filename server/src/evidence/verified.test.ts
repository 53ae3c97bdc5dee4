import { createHash } from "node:crypto";
import { EVIDENCE_MEDIA_TYPES } from "@otklik/shared/complaint/vocabulary";
import { expect, it } from "vitest";
import type { RegisterError } from "../errors";
import { type ExpectedFile, verified } from "./verified";

const FILE = Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), Buffer.alloc(1_000, 7)]);
const EXPECTED: ExpectedFile = {
  sha256: createHash("sha256").update(FILE).digest("hex"),
  mediaType: "image/png",
  bytes: FILE.length,
};

async function* inChunks(file: Buffer, size: number) {
  for (let at = 0; at < file.length; at += size) yield file.subarray(at, at + size);
}

async function pass(file: Buffer, chunk: number, expected: ExpectedFile): Promise<Buffer> {
  const passed: Uint8Array[] = [];
  for await (const part of verified(inChunks(file, chunk), expected)) passed.push(part);
  return Buffer.concat(passed);
}

it.each([1, 7, 64, 2_000])("passes the announced file on unchanged, in chunks of %i bytes", async (chunk) => {
  expect((await pass(FILE, chunk, EXPECTED)).equals(FILE)).toBe(true);
});

it.each<[string, Buffer, Partial<ExpectedFile>, string]>([
  ["a byte more", Buffer.concat([FILE, Buffer.from([0])]), {}, "bytes"],
  ["a byte less", FILE.subarray(0, -1), {}, "bytes"],
  ["no byte at all", Buffer.alloc(0), {}, "bytes"],
  ["another byte", Buffer.concat([FILE.subarray(0, -1), Buffer.from([8])]), {}, "sha256"],
  ["another type", FILE, { mediaType: "image/jpeg" }, "mediaType"],
  ["a short file of another type", FILE.subarray(0, 9), { bytes: 9, mediaType: "image/webp" }, "mediaType"],
])("ATT-09 throws at %s", async (_what, file, changes, path) => {
  await expect(pass(file, 100, { ...EXPECTED, ...changes })).rejects.toMatchObject({
    code: "evidence-mismatch",
    errors: [{ path }],
  } satisfies Partial<Omit<RegisterError, "errors">> & { errors: object[] });
});

it("reads no further than the first byte too many", async () => {
  let read = 0;
  async function* endless() {
    for (;;) {
      read += FILE.length;
      yield FILE;
    }
  }
  const passing = (async () => {
    for await (const _part of verified(endless(), EXPECTED));
  })();
  await expect(passing).rejects.toMatchObject({ code: "evidence-mismatch" });
  expect(read).toBe(2 * FILE.length);
});

it.each([1, 30, 4_096])(
  "ATT-04 refuses a picture of 3,600 million pixels by its header, in chunks of %i bytes",
  async (chunk) => {
    const header = Buffer.from("89504e470d0a1a0a0000000d494844520000ea600000ea600806000000", "hex");
    const bomb = Buffer.concat([header, Buffer.alloc(5_000)]);
    const sha256 = createHash("sha256").update(bomb).digest("hex");
    await expect(
      pass(bomb, chunk, { sha256, mediaType: "image/png", bytes: bomb.length }),
    ).rejects.toMatchObject({
      code: "evidence-mismatch",
      errors: [{ path: "pixels", limit: 40_000_000 }],
    });
  },
);

it("ATT-05 takes an archive for no kind of file, and never unpacks one", async () => {
  const zip = Buffer.concat([Buffer.from("504b0304140000000800", "hex"), Buffer.alloc(2_000)]);
  const sha256 = createHash("sha256").update(zip).digest("hex");
  for (const mediaType of EVIDENCE_MEDIA_TYPES) {
    await expect(pass(zip, 100, { sha256, mediaType, bytes: zip.length })).rejects.toMatchObject({
      errors: [{ path: "mediaType" }],
    });
  }
});
