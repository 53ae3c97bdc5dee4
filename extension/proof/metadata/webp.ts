const METADATA = new Set(["EXIF", "XMP "]);
/** In the flags of the extended header: an EXIF and an XMP chunk follow. */
const HAS_METADATA = 0b1100;

/**
 * The parts of a WebP file (RFC 9649, 2.7) without its EXIF and XMP chunks, and without what follows its end.
 *
 * @returns null when it is no whole WebP file
 */
export function webpWithoutMetadata(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] | null {
  if (bytes.length < 12 || fourOf(bytes, 0) !== "RIFF" || fourOf(bytes, 8) !== "WEBP") return null;
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fileEnd = 8 + data.getUint32(4, true);
  if (fileEnd > bytes.length) return null;
  const kept: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 12; at < fileEnd; ) {
    if (at + 8 > fileEnd) return null;
    const length = data.getUint32(at + 4, true);
    // A chunk of an odd length is followed by one byte more.
    const end = at + 8 + length + (length % 2);
    if (end > fileEnd) return null;
    const type = fourOf(bytes, at);
    const chunk = bytes.slice(at, end);
    if (type === "VP8X") chunk[8] = (chunk[8] ?? 0) & ~HAS_METADATA;
    if (!METADATA.has(type)) kept.push(chunk);
    at = end;
  }
  const header = bytes.slice(0, 12);
  const length = kept.reduce((sum, chunk) => sum + chunk.length, 4);
  new DataView(header.buffer).setUint32(4, length, true);
  return [header, ...kept];
}

function fourOf(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
