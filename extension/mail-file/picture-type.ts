import type { EvidenceMediaType } from "@otklik/shared/complaint/vocabulary";

const SIGNATURES: readonly (readonly [EvidenceMediaType, RegExp])[] = [
  ["image/png", /^\x89PNG\r\n/],
  ["image/jpeg", /^\xff\xd8\xff/],
  ["image/gif", /^GIF8[79]a/],
  ["image/webp", /^RIFF[\s\S]{4}WEBP/],
];

/** What picture the bytes are, by their beginning: what a mail says of its parts is its sender's word. */
export function pictureType(bytes: Uint8Array): EvidenceMediaType | null {
  const start = String.fromCharCode(...bytes.subarray(0, 12));
  return SIGNATURES.find(([, signature]) => signature.test(start))?.[0] ?? null;
}
