/** The part of a keyboard event by which a key is known. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * Whether a Latin letter is meant. It is read by its place on the keyboard when the layout gives
 * no Latin ones, so that it works in Russian too.
 *
 * @param letter in lower case
 */
export function isLetterKey(press: Pick<KeyPress, "key" | "code">, letter: string): boolean {
  const isItsPlace = press.code === `Key${letter.toUpperCase()}`;
  return press.key.toLowerCase() === letter || (isItsPlace && !/^[a-z]$/i.test(press.key));
}

/** Whether `?` is meant; the Russian layout writes a comma with that key. */
export function isQuestionKey({ key, code, shiftKey }: Pick<KeyPress, "key" | "code" | "shiftKey">): boolean {
  return key === "?" || (code === "Slash" && shiftKey && key === ",");
}
