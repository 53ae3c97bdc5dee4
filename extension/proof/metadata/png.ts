const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Words, the time of the last change, and what a camera wrote. */
const METADATA = new Set(["tEXt", "zTXt", "iTXt", "tIME", "eXIf"]);

/**
 * The parts of a PNG file (W3C PNG, third edition, 11.3) without the chunks that speak of something else than the
 * picture, and without what follows its end.
 *
 * @returns null when it is no whole PNG file
 */
export function pngWithoutMetadata(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] | null {
  if (SIGNATURE.some((byte, index) => bytes[index] !== byte)) return null;
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + data.getUint32(at);
    if (end > bytes.length) return null;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (!METADATA.has(type)) kept.push(bytes.subarray(at, end));
    if (type === "IEND") return kept;
    at = end;
  }
  return null;
}
