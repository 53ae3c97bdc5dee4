import { guessCharset, isUtf8 } from "./guess-charset";

/** The header of a text part with its folded lines. */
const TEXT_PART = /^content-type:[ \t]*text\/(?:plain|html)[^\n]*(?:\n[ \t][^\n]*)*/gim;
/** Names that say nothing of eight-bit letters. */
const EMPTY_CHARSET = /;\s*charset\s*=\s*"?(?:us-ascii|x-unknown|unknown-8bit|x-user-defined)?"?\s*(?=;|$)/i;
const END_OF_HEAD = /\r?\n\r?\n/g;

/**
 * A mail whose charsets are all told. Old programs, shops' scripts and web forms write windows-1251 or KOI8-R into
 * headers and bodies and name neither: raw headers are made UTF-8, and a text part without a charset gets the one that
 * its bytes seem to be in. What is told stays as it is. This is for reading: the evidence is the mail as it came.
 */
export function declareCharsets(bytes: Uint8Array): Uint8Array {
  const mail = byteString(bytes);
  const headEnd = endOfHead(mail, 0);
  const head = mail.slice(0, headEnd);
  const declared = mail.replace(TEXT_PART, (header, at: number) => {
    const bare = header.replace(EMPTY_CHARSET, "");
    if (/charset\s*\*?\d?\*?\s*=/i.test(bare)) return header;
    const charset = charsetOfPart(mail, at);
    return charset === null
      ? header
      : `${bare.trimEnd()}; charset=${charset}${/\r$/.test(header) ? "\r" : ""}`;
  });
  const ofWhole = /^content-type:/im.test(head) ? null : charsetOfPart(mail, 0);
  const type = ofWhole === null ? "" : `Content-Type: text/plain; charset=${ofWhole}\r\n`;
  // Nothing of what was put in is in the way: the head is found anew.
  const end = endOfHead(declared, 0);
  return concat(bytesOf(type), utf8Head(bytesOf(declared.slice(0, end))), bytesOf(declared.slice(end)));
}

function utf8Head(head: Uint8Array): Uint8Array {
  return isUtf8(head) ? head : new TextEncoder().encode(new TextDecoder(guessCharset(head)).decode(head));
}

/** What the bytes of a part seem to be in; null when they are ASCII, which every charset holds. */
function charsetOfPart(mail: string, headerAt: number): string | null {
  const headStart = mail.lastIndexOf("\n--", headerAt) + 1;
  const headEnd = endOfHead(mail, headerAt);
  const bodyEnd = headStart === 0 ? mail.length : nextBoundary(mail, headStart, headEnd);
  const bytes = decodedBody(mail.slice(headStart, headEnd), mail.slice(headEnd, bodyEnd));
  return bytes.some((byte) => byte > 0x7f) ? guessCharset(bytes) : null;
}

/** Where the next part begins: the same boundary again. */
function nextBoundary(mail: string, headStart: number, from: number): number {
  const boundary = mail.slice(headStart, mail.indexOf("\n", headStart)).trimEnd();
  const at = mail.indexOf(`\n${boundary}`, from);
  return at === -1 ? mail.length : at;
}

function decodedBody(head: string, body: string): Uint8Array {
  if (/^content-transfer-encoding:\s*base64/im.test(head)) {
    const clean = body.replace(/[^A-Za-z0-9+/]/g, "");
    return bytesOf(atob(clean.slice(0, clean.length - (clean.length % 4))));
  }
  if (!/^content-transfer-encoding:\s*quoted-printable/im.test(head)) return bytesOf(body);
  const joined = body.replace(/=\r?\n/g, "");
  return bytesOf(
    joined.replace(/=([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  );
}

function endOfHead(mail: string, from: number): number {
  END_OF_HEAD.lastIndex = from;
  return END_OF_HEAD.exec(mail)?.index ?? mail.length;
}

/** One character for a byte, so that a mail can be searched without knowing what it is written in. */
function byteString(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8_192) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)));
  }
  return pieces.join("");
}

function bytesOf(characters: string): Uint8Array {
  return Uint8Array.from(characters, (character) => character.charCodeAt(0));
}

function concat(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
