import canonicalize from "canonicalize";

/** Every place that runs this has it; `shared` has no types of any place. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array<ArrayBuffer> };

/**
 * The one JSON text of a value: keys in order, no spaces, numbers in their shortest form. Keys without a value
 * are left out.
 *
 * @throws Error for a number that is none and for a lone surrogate
 * @see RFC 8785
 */
export function canonicalText(value: object): string {
  return canonicalize(value) ?? "";
}

/** In UTF-8. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
