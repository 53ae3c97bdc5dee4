/**
 * A random id by RFC 9562, version 4. Over plain http in a local network the browser has no `randomUUID` for pages.
 */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const digits = [...bytes].map((byte, place) => {
    const marked = place === 6 ? (byte & 0x0f) | 0x40 : place === 8 ? (byte & 0x3f) | 0x80 : byte;
    return marked.toString(16).padStart(2, "0");
  });
  return [0, 4, 6, 8, 10].map((from, n, all) => digits.slice(from, all[n + 1]).join("")).join("-");
}
