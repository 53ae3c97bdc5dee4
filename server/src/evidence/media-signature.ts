import type { EvidenceMediaType } from "@otklik/shared/complaint/vocabulary";

type TextType = "text/html" | "message/rfc822";

/** First bytes, at their offset, by which each binary type is known. */
const SIGNATURES: Readonly<
  Record<Exclude<EvidenceMediaType, TextType | "image/gif">, readonly [number, string][]>
> = {
  "image/png": [[0, "89504e470d0a1a0a"]],
  "image/jpeg": [[0, "ffd8ff"]],
  "image/webp": [
    [0, "52494646"],
    [8, "57454250"],
  ],
};

/** Bytes that decide. */
export const SIGNATURE_BYTES = 64;

const GIF_BEGINNING = /^GIF8[79]a/;
/** A mail begins with a header's name and a colon; one out of a mailbox file, with a line that says from whom. */
const MAIL_BEGINNING = /^(?:\u00EF\u00BB\u00BF)?(?:From [!-~]|[A-Za-z][\w-]{0,59}:)/;
const HTML_BEGINNING = /^\s*<(?:!doctype html|html|!--|head|body|article|section|div|main)\b/i;

/**
 * Whether a file begins as its declared type does. A page must begin with a tag of HTML, in
 * UTF-8, a byte order mark allowed.
 *
 * @param head the first `SIGNATURE_BYTES`, or the whole of a shorter file
 */
export function beginsAs(mediaType: EvidenceMediaType, head: Uint8Array): boolean {
  const bytes = Buffer.from(head);
  if (mediaType === "text/html") return HTML_BEGINNING.test(bytes.toString("utf8").replace(/^\uFEFF/, ""));
  if (mediaType === "image/gif") return GIF_BEGINNING.test(bytes.toString("latin1"));
  if (mediaType === "message/rfc822") return MAIL_BEGINNING.test(bytes.toString("latin1"));
  return SIGNATURES[mediaType].every(([offset, hex]) => {
    const signature = Buffer.from(hex, "hex");
    return bytes.subarray(offset, offset + signature.length).equals(signature);
  });
}
