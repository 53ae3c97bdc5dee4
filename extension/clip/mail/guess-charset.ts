/** So many bytes tell. */
const ENOUGH = 20_000;

/** Letters of which Russian text consists for the greater part; in a wrong reading they are capitals or others. */
const FREQUENT = /[оеаинтсрвлкмдпуяыьгзбч]/gu;

/**
 * The charset of text that names none, as a label for `TextDecoder`: UTF-8 where the bytes are that, else whichever of
 * the charsets of Russian mail gives most of its letters. Where words mix these letters with ASCII, as "Müller" does, it is
 * taken for Western.
 */
export function guessCharset(bytes: Uint8Array): "utf-8" | "windows-1251" | "koi8-r" | "windows-1252" {
  if (isUtf8(bytes)) return "utf-8";
  const start = bytes.subarray(0, ENOUGH);
  if (hasMixedWords(start)) return "windows-1252";
  const score = (charset: string) => new TextDecoder(charset).decode(start).match(FREQUENT)?.length ?? 0;
  return score("koi8-r") > score("windows-1251") ? "koi8-r" : "windows-1251";
}

/** Whether the bytes are well-formed UTF-8. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Whether the words that hold bytes beyond ASCII are for the greater part ASCII. */
function hasMixedWords(bytes: Uint8Array): boolean {
  const balance = { ascii: 0, beyond: 0 };
  let word = { ascii: 0, beyond: 0 };
  for (const byte of [...bytes, 0]) {
    const lower = byte | 0x20;
    if (byte > 0x7f) word.beyond++;
    else if (lower >= 0x61 && lower <= 0x7a) word.ascii++;
    else {
      if (word.beyond > 0) balance.ascii += word.ascii;
      balance.beyond += word.beyond;
      word = { ascii: 0, beyond: 0 };
    }
  }
  return balance.ascii > balance.beyond;
}
