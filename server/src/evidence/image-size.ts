import type { EvidenceMediaType } from "@otklik/shared/complaint/vocabulary";

/** Width times height in pixels, as a picture's header tells; null when these bytes do not tell it. */
export function pixelsOf(mediaType: EvidenceMediaType, head: Buffer): number | null {
  switch (mediaType) {
    case "image/png":
      if (head.length < 24 || head.toString("latin1", 12, 16) !== "IHDR") return null;
      return head.readUInt32BE(16) * head.readUInt32BE(20);
    case "image/gif":
      return head.length < 10 ? null : head.readUInt16LE(6) * head.readUInt16LE(8);
    case "image/webp":
      return pixelsOfWebp(head);
    case "image/jpeg":
      return pixelsOfJpeg(head);
    default:
      return null;
  }
}

/** One of its three kinds: extended, lossless, lossy. */
function pixelsOfWebp(head: Buffer): number | null {
  if (head.length < 30) return null;
  switch (head.toString("latin1", 12, 16)) {
    case "VP8X":
      return (head.readUIntLE(24, 3) + 1) * (head.readUIntLE(27, 3) + 1);
    case "VP8L": {
      const bits = head.readUInt32LE(21);
      return ((bits & 0x3fff) + 1) * (((bits >>> 14) & 0x3fff) + 1);
    }
    case "VP8 ":
      return (head.readUInt16LE(26) & 0x3fff) * (head.readUInt16LE(28) & 0x3fff);
    default:
      return null;
  }
}

/** Goes from segment to segment up to the frame's header, which tells the size. */
function pixelsOfJpeg(head: Buffer): number | null {
  for (let at = 2; at + 9 <= head.length; ) {
    if (head[at] !== 0xff) return null;
    const marker = head[at + 1] ?? 0;
    if (marker === 0xff) {
      // A filling byte.
      at++;
      continue;
    }
    // C4, C8 and CC are no frames.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return head.readUInt16BE(at + 5) * head.readUInt16BE(at + 7);
    at += 2 + head.readUInt16BE(at + 2);
  }
  return null;
}
