/** Bytes as text. In pieces: the arguments of one call are limited, and a screenshot has millions of bytes. */
export function base64(bytes: Uint8Array): string {
  const PIECE = 0x8000;
  let binary = "";
  for (let start = 0; start < bytes.length; start += PIECE) {
    binary += String.fromCharCode(...bytes.subarray(start, start + PIECE));
  }
  return btoa(binary);
}

/** The bytes again. */
export function bytesOfBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}
