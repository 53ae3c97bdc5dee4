import { orientationOf, orientationSegment } from "./orientation";

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const EXIF = 0xe1;
const COLOURS = 0xe2;
const ADOBE = 0xee;
const COMMENT = 0xfe;

/**
 * The parts of a JPEG file (ITU-T T.81, annex B) without its application segments and comments: of those only the
 * colour profile, Adobe's way of coding colours and the way the picture is turned are kept. Ends with the picture:
 * telephones put further pictures behind it.
 *
 * @returns null when it is no whole JPEG file
 */
export function jpegWithoutMetadata(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] | null {
  if (bytes[0] !== 0xff || bytes[1] !== START) return null;
  const kept = [bytes.subarray(0, 2)];
  for (let at = 2; bytes[at] === 0xff; ) {
    const marker = bytes[at + 1];
    // Any number of filling bytes may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === END) return [...kept, bytes.subarray(at, at + 2)];
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    let end = at + 2 + length;
    if (marker === undefined || length < 2 || end > bytes.length) return null;
    if (marker === SCAN) end = endOfScan(bytes, end);
    const segment = bytes.subarray(at, end);
    kept.push(...keptOf(marker, segment));
    at = end;
  }
  return null;
}

function keptOf(marker: number, segment: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] {
  if (marker === EXIF) {
    const orientation = orientationOf(segment.subarray(4));
    return orientation === null ? [] : [orientationSegment(orientation)];
  }
  if (marker === COLOURS) return startsWith(segment, "ICC_PROFILE\0") ? [segment] : [];
  const isMetadata = marker === COMMENT || (marker > 0xe0 && marker <= 0xef && marker !== ADOBE);
  return isMetadata ? [] : [segment];
}

function startsWith(segment: Uint8Array, name: string): boolean {
  return [...name].every((letter, index) => segment[4 + index] === letter.charCodeAt(0));
}

/** Where the next marker stands: within coded data 0xFF is followed by 0 or by the number of a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}
