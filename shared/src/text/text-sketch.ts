/** Words that stand side by side, hashed: what two texts have in common is counted in these. */
export type Shingles = ReadonlySet<number>;

/** Texts of fewer are too short to be told apart: "return my money" is said by many. */
const FEWEST_SHINGLES = 4;
const WORDS_OF_SHINGLE = 2;
const HASHES = 32;
/** Hashes that must agree at once. Two texts half alike share a band in 99 cases of 100, a fifth alike in every second. */
const HASHES_OF_BAND = 2;

const WORD = /[\p{L}\p{N}]+/gu;

/**
 * The pairs of neighbouring words of a text. Case, accents' encoding, punctuation, line breaks and ё for е make no
 * difference.
 *
 * @returns empty for a text that is too short to be compared
 */
export function shinglesOf(text: string): Shingles {
  const words = text.normalize("NFKC").toLowerCase().replaceAll("ё", "е").match(WORD) ?? [];
  const shingles = new Set<number>();
  for (let at = 0; at + WORDS_OF_SHINGLE <= words.length; at++) {
    shingles.add(hashOf(words.slice(at, at + WORDS_OF_SHINGLE).join(" ")));
  }
  return shingles.size < FEWEST_SHINGLES ? new Set() : shingles;
}

/** How much two texts have in common: 0 nothing, 1 the same pairs of words (Jaccard's index). */
export function likeness(one: Shingles, other: Shingles): number {
  const [fewer, more] = one.size < other.size ? [one, other] : [other, one];
  let common = 0;
  for (const shingle of fewer) if (more.has(shingle)) common++;
  const all = one.size + other.size - common;
  return all === 0 ? 0 : common / all;
}

/**
 * What a text is known again by, as 16 signed 32-bit numbers: texts with much in common are likely to share one
 * of them, so that an index finds those that are worth comparing.
 *
 * @returns empty for a text that is too short to be compared
 * @see Broder, "On the resemblance and containment of documents"
 */
export function sketchOf(shingles: Shingles): number[] {
  if (shingles.size === 0) return [];
  const least = new Uint32Array(HASHES).fill(0xffffffff);
  for (const shingle of shingles) {
    for (let n = 0; n < HASHES; n++) {
      const hash = mixed(shingle ^ Math.imul(n + 1, 0x9e3779b1));
      if (hash < (least[n] ?? 0)) least[n] = hash;
    }
  }
  const bands: number[] = [];
  for (let n = 0; n < HASHES; n += HASHES_OF_BAND) {
    let band = n;
    for (let of = 0; of < HASHES_OF_BAND; of++) band = mixed(Math.imul(band, 31) ^ (least[n + of] ?? 0));
    bands.push(band | 0);
  }
  return bands;
}

/** FNV-1a over UTF-16 code units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Every bit of the answer depends on every bit given (MurmurHash3's end). */
function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
