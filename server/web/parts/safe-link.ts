/**
 * The address if a link may lead there: absolute, http or https, and without a user name or
 * password, which can disguise the host.
 *
 * @returns null for everything else; the text is then shown without a link
 */
export function safeLink(address: string | null): string | null {
  if (address === null) return null;
  try {
    const url = new URL(address);
    const web = url.protocol === "https:" || url.protocol === "http:";
    return web && url.username === "" && url.password === "" ? url.href : null;
  } catch {
    return null;
  }
}
