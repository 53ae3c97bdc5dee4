import { describe, expect, it } from "vitest";
import { withoutMetadata } from "./without-metadata";

const PLACE = "GPS 55.7558 37.6173";

const bytes = (...parts: (string | readonly number[] | Uint8Array)[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === "string" ? [...Buffer.from(part, "latin1")] : [...part])),
  );

const clean = async (type: string, given: Uint8Array<ArrayBuffer>) => {
  const blob = await withoutMetadata(new Blob([given], { type }));
  return blob === null ? null : new Uint8Array(await blob.arrayBuffer());
};

const segment = (marker: number, body: Uint8Array) =>
  bytes([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff], body);

/** Coded data with a byte 0xFF that is stuffed, and a restart. */
const SCAN = bytes(segment(0xda, bytes([1, 1, 0, 0, 63, 0])), [7, 0xff, 0, 8, 0xff, 0xd0, 9]);
const TABLES = segment(0xdb, bytes([0], Array(64).fill(1)));
const ICC = segment(0xe2, bytes("ICC_PROFILE\0", [1, 1, 5]));
const JFIF = segment(0xe0, bytes("JFIF\0", [1, 1, 0, 0, 1, 0, 1, 0, 0]));
const ADOBE = segment(0xee, bytes("Adobe", [0, 100, 0, 0, 0, 0, 1]));

/** An Exif segment as a telephone writes it, with the picture turned and a place. */
function exif(order: "II" | "MM", orientation: number): Uint8Array<ArrayBuffer> {
  const body = new DataView(new ArrayBuffer(40));
  const isLittle = order === "II";
  body.setUint16(0, isLittle ? 0x4949 : 0x4d4d);
  body.setUint16(2, 42, isLittle);
  body.setUint32(4, 8, isLittle);
  body.setUint16(8, 2, isLittle);
  body.setUint16(10, 0x0110, isLittle);
  body.setUint16(22, 0x0112, isLittle);
  body.setUint16(24, 3, isLittle);
  body.setUint32(26, 1, isLittle);
  body.setUint16(30, orientation, isLittle);
  return segment(0xe1, bytes("Exif\0\0", new Uint8Array(body.buffer), PLACE));
}

describe("ATT-04 a JPEG file", () => {
  const [START, END] = [
    [0xff, 0xd8],
    [0xff, 0xd9],
  ];
  const picture = [JFIF, ICC, ADOBE, TABLES, SCAN, TABLES, SCAN] as const;

  it.each([
    ["a place, in Exif", exif("MM", 1)],
    ["a place, in XMP", segment(0xe1, bytes("http://ns.adobe.com/xap/1.0/\0", PLACE))],
    ["words, in IPTC", segment(0xed, bytes("Photoshop 3.0\0", PLACE))],
    ["a comment", segment(0xfe, bytes(PLACE))],
    ["further pictures, by their index", segment(0xe2, bytes("MPF\0", PLACE))],
  ])("loses %s, and nothing of the picture", async (_what, metadata) => {
    const given = bytes(START, JFIF, metadata, ICC, ADOBE, TABLES, SCAN, metadata, TABLES, SCAN, END);
    expect(await clean("image/jpeg", given)).toEqual(bytes(START, ...picture, END));
  });

  it("loses what follows its end: a telephone's second picture, with a place of its own", async () => {
    const given = bytes(START, ...picture, END, START, exif("II", 1), SCAN, END);
    expect(await clean("image/jpeg", given)).toEqual(bytes(START, ...picture, END));
  });

  it.each(["II", "MM"] as const)("stays turned as it was, in the byte order %s", async (order) => {
    const cleaned = await clean("image/jpeg", bytes(START, exif(order, 6), ...picture, END));
    // Tag 274, a short, once: 6.
    const directory = [0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
    const turned = segment(0xe1, bytes("Exif\0\0MM", [0, 42, 0, 0, 0, 8], directory));
    expect(cleaned).toEqual(bytes(START, turned, ...picture, END));
  });

  it.each([
    ["of another type", bytes("GIF89a")],
    ["cut within a segment", bytes(START, JFIF.subarray(0, 9))],
    ["cut within the picture", bytes(START, ...picture)],
    ["with a segment of no length", bytes(START, [0xff, 0xe1, 0, 0], END)],
  ])("is not taken for one when it is %s", async (_what, given) => {
    expect(await clean("image/jpeg", given)).toBeNull();
  });
});

describe("ATT-04 a PNG file", () => {
  const START = bytes([0x89], "PNG\r\n", [0x1a, 0x0a]);
  const chunk = (type: string, body: Uint8Array) => bytes([0, 0, 0, body.length], type, body, [1, 2, 3, 4]);
  const picture = [
    chunk("IHDR", bytes(Array(13).fill(1))),
    chunk("iCCP", bytes("sRGB")),
    chunk("IDAT", bytes([5])),
  ];
  const END = chunk("IEND", bytes());

  it.each(["eXIf", "tEXt", "zTXt", "iTXt", "tIME"])("loses %s, and what follows its end", async (type) => {
    const [header, ...rest] = picture;
    const given = bytes(START, header ?? [], chunk(type, bytes(PLACE)), ...rest, END, PLACE);
    expect(await clean("image/png", given)).toEqual(bytes(START, ...picture, END));
  });

  it.each([
    ["of another type", bytes("GIF89a")],
    ["cut", bytes(START, ...picture)],
    ["with a chunk longer than itself", bytes(START, [0xff, 0xff, 0xff, 0xff], "IDAT", [1, 2, 3, 4])],
  ])("is not taken for one when it is %s", async (_what, given) => {
    expect(await clean("image/png", given)).toBeNull();
  });
});

describe("ATT-04 a WebP file", () => {
  const chunk = (type: string, body: Uint8Array) =>
    bytes(type, [body.length, 0, 0, 0], body, body.length % 2 === 1 ? [0] : []);
  const file = (...chunks: Uint8Array[]) => {
    const body = bytes("WEBP", ...chunks);
    return bytes("RIFF", [body.length, 0, 0, 0], body);
  };
  const extended = (flags: number) => chunk("VP8X", bytes([flags, 0, 0, 0, 9, 0, 0, 9, 0, 0]));
  const picture = chunk("VP8 ", bytes([1, 2, 3]));

  it("loses EXIF and XMP, no longer says that it has them, and ends with its end", async () => {
    const given = file(extended(0b101100), picture, chunk("EXIF", bytes(PLACE)), chunk("XMP ", bytes(PLACE)));
    expect(await clean("image/webp", bytes(given, PLACE))).toEqual(file(extended(0b100000), picture));
  });

  it.each([
    ["of another type", bytes("GIF89a, and more of it")],
    ["cut", file(picture).subarray(0, 20)],
    [
      "with a chunk longer than itself",
      bytes("RIFF", [20, 0, 0, 0], "WEBP", "VP8 ", [99, 0, 0, 0], Array(8).fill(0)),
    ],
  ])("is not taken for one when it is %s", async (_what, given) => {
    expect(await clean("image/webp", given)).toBeNull();
  });
});

it("ATT-04 a GIF file stays as it is", async () => {
  expect(await clean("image/gif", bytes("GIF89a", [1]))).toEqual(bytes("GIF89a", [1]));
});
