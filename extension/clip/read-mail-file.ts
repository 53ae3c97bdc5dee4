import type { Author, PostedAt } from "@otklik/shared/complaint/clip";
import { LIMITS } from "@otklik/shared/complaint/limits";
import type { Address, Attachment, Email } from "postal-mime";
import { type CapturedPost, type CaptureNote, NO_FIELDS, type PostFields } from "./captured-page";
import type { Moment } from "./date-words";
import { fitFields } from "./fit-fields";
import { inertPage, type ParserWindow } from "./inert-page";
import { tidyText } from "./line-writer";
import { declareCharsets } from "./mail/declare-charset";
import { kindOfFile } from "./mail/kind-of-file";
import { listed } from "./mail/mail-fields";
import { newWordsOf } from "./mail/strip-quoted";
import { stripQuotedText } from "./mail/strip-quoted-text";
import { mergeFields } from "./merge-fields";
import { pageOf } from "./page";
import { postedAtOf } from "./posted-at";

/** A file that hangs on a mail, or a picture within it. */
export interface MailPart {
  /** Place among the clip's attachments, from 0. */
  readonly index: number;
  readonly name: string | null;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A mail as a clip's post, and the bytes of what hangs on it. */
export interface MailFile {
  readonly post: CapturedPost;
  readonly notes: readonly CaptureNote[];
  readonly parts: readonly MailPart[];
}

/** Why a file gives no mail; keys of the messages `refused.…`. */
export const MAIL_REFUSALS = ["too-big", "empty", "outlook-binary", "not-a-mail", "broken"] as const;
export type MailRefusal = (typeof MAIL_REFUSALS)[number];

export class MailFileRefused extends Error {
  readonly reason: MailRefusal;

  constructor(reason: MailRefusal, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}

/** Headers that a mail has, and hardly a text that begins with "Something: other". */
const MAIL_HEADERS = [
  "from",
  "to",
  "date",
  "subject",
  "message-id",
  "received",
  "mime-version",
  "return-path",
];
/** Outlook's own `.msg`: a compound file. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Reads an `.eml` file (RFC 5322 with MIME): who wrote it to whom and when, its ids, its subject, what is new in its
 * text (the plain part; where there is none, the HTML one as words), and what hangs on it.
 *
 * @param bytes the file as it is; at most `LIMITS.evidenceBytes`
 * @param moment for a date that names no zone
 * @throws MailFileRefused
 */
export async function readMailFile(
  bytes: ArrayBuffer,
  moment: Moment,
  window: ParserWindow = globalThis,
): Promise<MailFile> {
  const email = await parsed(new Uint8Array(bytes));
  const words = newText(email, moment, window);
  const attachments = email.attachments.slice(0, LIMITS.attachments);
  const ids = mailIds(email);
  const fields: PostFields = {
    ...NO_FIELDS,
    narrative: words,
    subject: email.subject ?? null,
    author: authorOf(email.from ?? email.sender),
    permalinkKey: ids.messageId === null ? null : `mail:${ids.messageId}`.slice(0, LIMITS.nameLength),
    postedAt: sentAt(email, moment),
    attachments:
      attachments.length === 0
        ? null
        : attachments.map((file) => ({ kind: kindOf(file), url: null, alt: nameOf(file) })),
    mail: { ...ids, to: listed((email.to ?? []).flatMap((one) => people(one))) },
  };
  const { post, cuts } = fitFields(mergeFields([{ source: "mail_file", fields }]));
  return {
    post,
    notes: cuts,
    parts: attachments.map((file, index) => ({
      index,
      name: nameOf(file),
      mediaType: file.mimeType,
      bytes: bytesOf(file.content),
    })),
  };
}

async function parsed(bytes: Uint8Array): Promise<Email> {
  if (bytes.length === 0) throw new MailFileRefused("empty");
  if (bytes.length > LIMITS.evidenceBytes) throw new MailFileRefused("too-big");
  if (COMPOUND_FILE.every((byte, index) => bytes[index] === byte))
    throw new MailFileRefused("outlook-binary");
  const { default: PostalMime } = await import("postal-mime");
  let email: Email;
  try {
    email = await PostalMime.parse(declareCharsets(withoutFirstLineOfMailbox(bytes)));
  } catch (cause) {
    throw new MailFileRefused("broken", { cause });
  }
  const known = email.headers.filter(({ key }) => MAIL_HEADERS.includes(key));
  if (new Set(known.map(({ key }) => key)).size < 2) throw new MailFileRefused("not-a-mail");
  return email;
}

/** An mbox file begins with "From …", Apple's `.emlx` with a number: neither is a header. */
function withoutFirstLineOfMailbox(bytes: Uint8Array): Uint8Array {
  const end = bytes.subarray(0, 1_000).indexOf(0x0a);
  const line = new TextDecoder("latin1").decode(bytes.subarray(0, Math.max(end, 0)));
  return end !== -1 && /^(?:From [^\s:]|\d{1,10}\s*$)/.test(line) ? bytes.subarray(end + 1) : bytes;
}

function newText(email: Email, moment: Moment, window: ParserWindow): string | null {
  const plain = tidyText(email.text ?? "");
  if (plain !== "") return stripQuotedText(plain);
  if (email.html === undefined) return null;
  const page = inertPage(email.html, window, moment, pageOf);
  const body = page.select(page.document, "body");
  return body === null ? null : newWordsOf(page, body).words;
}

function authorOf(from: Address | undefined): Author | null {
  const one = from === undefined ? undefined : people(from, "apart")[0];
  const name = from?.name.trim() || null;
  const handle = one ?? null;
  if (name === null && handle === null) return null;
  return { name: name === handle ? null : name, handle, profileUrl: null, platformId: null };
}

/** The addresses of a person or a group; names where there are none. */
function people(address: Address, names: "apart" | "instead" = "instead"): string[] {
  const ones = address.group === undefined ? [address] : address.group;
  return ones
    .map((one) => one.address.trim() || (names === "instead" ? one.name.trim() : ""))
    .filter((said) => said !== "");
}

function mailIds(email: Email): { messageId: string | null; inReplyTo: string | null } {
  const last = (value: string | undefined): string | null => {
    const ids = tidyText(value ?? "").match(/<[^<>\s]{1,500}>/g) ?? [];
    return ids.at(-1)?.slice(1, -1) ?? null;
  };
  return {
    messageId:
      last(email.messageId) ?? (tidyText(email.messageId ?? "").slice(0, LIMITS.titleLength) || null),
    inReplyTo: last(email.inReplyTo) ?? last(email.references),
  };
}

/** The sender's clock, by the header Date; what its own words say of a zone counts. */
function sentAt(email: Email, moment: Moment): PostedAt | null {
  const raw = email.headers.find(({ key }) => key === "date")?.value.trim() ?? "";
  if (raw === "") return null;
  const kept = raw.replace(/\s+/gu, " ").slice(0, LIMITS.rawDateLength).toWellFormed();
  const told = new Date(raw.slice(0, 100));
  const namesZone = /(?:[+-]\d{4}|\b(?:GMT|UTC?|Z|[ECMP][SD]T))\s*(?:\([^()]*\))?$/.test(raw);
  if (!namesZone || Number.isNaN(told.getTime())) return postedAtOf(null, kept, moment);
  const at = told.toISOString();
  if (!/^\d{4}-/.test(at)) return { at: null, precision: "unknown", raw: kept };
  return { at, precision: /\d:\d{2}:\d{2}/.test(raw) ? "exact" : "minute", raw: kept };
}

function nameOf(file: Attachment): string | null {
  const name = tidyText(file.filename ?? "").replace(/\s+/gu, " ");
  return [...name].slice(0, LIMITS.titleLength).join("") || null;
}

function kindOf(file: Attachment) {
  const [, kind] = /^(image|video|audio)\//.exec(file.mimeType) ?? [];
  return kind === "image" || kind === "video" || kind === "audio" ? kind : kindOfFile(file.filename ?? "");
}

function bytesOf(content: Attachment["content"]): Uint8Array<ArrayBuffer> {
  if (typeof content === "string") return new TextEncoder().encode(content);
  return new Uint8Array(content instanceof Uint8Array ? content.slice().buffer : content);
}
