import { describe, expect, it } from "vitest";
import { pixelsOf } from "./image-size";

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part))),
  );
const big = (value: number, size: number) => {
  const buffer = Buffer.alloc(size);
  buffer.writeUIntBE(value, 0, size);
  return [...buffer];
};
const little = (value: number, size: number) => big(value, size).reverse();

const png = (width: number, height: number) =>
  bytes("\x89PNG\r\n\x1a\n", [0, 0, 0, 13], "IHDR", big(width, 4), big(height, 4), [8, 6, 0, 0, 0]);
const jpeg = (marker: number, height: number, width: number, ...before: number[][]) =>
  bytes([0xff, 0xd8], ...before, [0xff, marker, 0, 17, 8], big(height, 2), big(width, 2), [3, 0, 0]);
const webp = (kind: string, ...rest: number[][]) =>
  bytes("RIFF", [0, 0, 0, 0], "WEBP", kind, [0, 0, 0, 0], ...rest, Array(20).fill(0));

describe("ATT-04 pixels by the header alone", () => {
  it.each([
    ["PNG", "image/png", png(60_000, 60_000), 3_600_000_000],
    ["PNG of one pixel", "image/png", png(1, 1), 1],
    ["GIF", "image/gif", bytes("GIF89a", little(640, 2), little(480, 2)), 307_200],
    ["JPEG", "image/jpeg", jpeg(0xc0, 480, 640), 307_200],
    ["JPEG, progressive", "image/jpeg", jpeg(0xc2, 480, 640), 307_200],
    [
      "JPEG behind what a camera says, tables and a filling byte",
      "image/jpeg",
      jpeg(0xc0, 10, 20, [0xff, 0xe1, 0, 6, 1, 2, 3, 4], [0xff, 0xc4, 0, 3, 0], [0xff]),
      200,
    ],
    [
      "WebP, extended",
      "image/webp",
      webp("VP8X", [0, 0, 0, 0], little(1_919, 3), little(1_079, 3)),
      2_073_600,
    ],
    ["WebP, lossless", "image/webp", webp("VP8L", [0x2f], little(1_919 | (1_079 << 14), 4)), 2_073_600],
    [
      "WebP, lossy",
      "image/webp",
      webp("VP8 ", [0, 0, 0, 0x9d, 0x01, 0x2a], little(1_920, 2), little(1_080, 2)),
      2_073_600,
    ],
  ] as const)("%s", (_what, mediaType, head, pixels) => {
    expect(pixelsOf(mediaType, head)).toBe(pixels);
  });

  it.each([
    ["a PNG that ends before its size", "image/png", png(1, 1).subarray(0, 20)],
    ["a PNG without its first chunk", "image/png", bytes("\x89PNG\r\n\x1a\n", Array(40).fill(7))],
    ["a GIF that ends before its size", "image/gif", bytes("GIF89a", [1])],
    [
      "a JPEG whose frame has not come",
      "image/jpeg",
      bytes([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff, 0, 0, 0, 0, 0, 0]),
    ],
    ["a JPEG whose segment is none", "image/jpeg", bytes([0xff, 0xd8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
    ["a WebP of another kind", "image/webp", webp("VP9 ", [0])],
    ["a page", "text/html", bytes("<!doctype html>")],
  ] as const)("are not told by %s", (_what, mediaType, head) => {
    expect(pixelsOf(mediaType, head)).toBeNull();
  });
});
