const ORIENTATION = 0x0112;
const SHORT = 3;

/**
 * How a picture is to be turned, 2 to 8, from the body of a JPEG's Exif segment (TIFF 6.0, tag 274); null when it
 * stands as it is or does not say.
 */
export function orientationOf(segment: Uint8Array<ArrayBuffer>): number | null {
  const data = new DataView(segment.buffer, segment.byteOffset, segment.byteLength);
  try {
    // "Exif", two zeros, then the TIFF header: II or MM, 42, where the first directory stands.
    if (data.getUint32(0) !== 0x45786966) return null;
    const tiff = 6;
    const isLittle = data.getUint16(tiff) === 0x4949;
    const directory = tiff + data.getUint32(tiff + 4, isLittle);
    const entries = data.getUint16(directory, isLittle);
    for (let index = 0; index < entries; index++) {
      const entry = directory + 2 + index * 12;
      if (data.getUint16(entry, isLittle) !== ORIENTATION) continue;
      const value = data.getUint16(entry + 8, isLittle);
      return value >= 2 && value <= 8 ? value : null;
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return null;
}

/** A JPEG's whole Exif segment that says how the picture is turned, and nothing else. */
export function orientationSegment(orientation: number): Uint8Array<ArrayBuffer> {
  const [exif, header, directory] = [
    [0x45, 0x78, 0x69, 0x66, 0, 0],
    [0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
    [0, 1, ORIENTATION >> 8, ORIENTATION & 0xff, 0, SHORT, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0],
  ];
  const body = [...exif, ...header, ...directory];
  return Uint8Array.from([0xff, 0xe1, 0, body.length + 2, ...body]);
}
