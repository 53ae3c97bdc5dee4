import { base64 } from "../../storage/base64";
import { withoutMetadata } from "../metadata/without-metadata";
import { markupText } from "./markup-text";
import { drawnPicture, fetchPicture, shrunkPicture } from "./read-picture";
import type { WantedPicture } from "./snapshot-writer";
import { toldAddress } from "./told-address";

/** More than this is never read for a snapshot. */
const READ_BYTES = 8 * 1024 * 1024;
/** A picture up to this size is taken as it is, but for where and when it was taken. */
const SMALL_BYTES = 150_000;
/** Pictures asked for at once. */
const AT_ONCE = 6;
/** Later pictures are left out rather than waited for. */
const ALL_WITHIN_MS = 4_000;

export interface FilledMarkup {
  readonly markup: string;
  /** Pictures that could not be had or had no room. */
  readonly missing: number;
}

/** Puts the pictures into the gaps, as data; where one cannot be had, its words and address stand instead. */
export async function fillPictures(
  pieces: readonly (string | WantedPicture)[],
  budget: number,
  pixelRatio: number,
  isMail: boolean,
): Promise<FilledMarkup> {
  const wanted = pieces.filter((piece) => typeof piece !== "string");
  const until = performance.now() + ALL_WITHIN_MS;
  const known = new Map<string, Promise<string | null>>();
  const queue = [...wanted];
  let left = budget;
  let missing = 0;
  const addresses = new Map<WantedPicture, string>();

  const takeOne = async (picture: WantedPicture) => {
    if (picture.url === "" || performance.now() > until || left <= 0) return null;
    const reading = known.get(picture.url) ?? dataOf(picture, pixelRatio);
    known.set(picture.url, reading);
    return reading;
  };
  const work = async () => {
    for (let picture = queue.shift(); picture !== undefined; picture = queue.shift()) {
      const data = await takeOne(picture);
      if (data === null || data.length > left) {
        missing += 1;
        continue;
      }
      left -= data.length;
      addresses.set(picture, data);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const markup = pieces
    .map((piece) => (typeof piece === "string" ? piece : pictureMarkup(piece, isMail, addresses.get(piece))))
    .join("");
  return { markup, missing };
}

async function dataOf(
  { element, url, box, isBackground }: WantedPicture,
  ratio: number,
): Promise<string | null> {
  const size = { width: box.width * ratio, height: box.height * ratio };
  const read =
    (await fetchPicture(url, READ_BYTES)) ?? (isBackground ? null : await drawnPicture(element, size));
  if (read === null) return null;
  const asItIs = read.size <= SMALL_BYTES ? await withoutMetadata(read) : null;
  const small = asItIs ?? (await shrunkPicture(read, size));
  return small === null ? null : dataAddress(small);
}

async function dataAddress(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return `data:${blob.type};base64,${base64(bytes)}`;
}

function pictureMarkup(
  { partId, className, alt, url, isBackground }: WantedPicture,
  isMail: boolean,
  data?: string,
): string {
  const part = ` data-picture="${partId}"`;
  const from = /^https?:/.test(url) ? toldAddress(new URL(url), isMail) : "";
  if (isBackground) {
    return data === undefined ? part : `${part} style="background-image:url('${data}')"`;
  }
  const title = from === "" ? "" : ` title="${markupText(from)}"`;
  return data === undefined
    ? `<span${part} class="${className} gone"${title}>${markupText([alt, from].filter(Boolean).join(" · "))}</span>`
    : `<img${part} class="${className}" alt="${markupText(alt)}"${title} src="${data}">`;
}
