import { CLIP_LIMITS } from "@otklik/shared/complaint/clip-limits";

/**
 * An absolute http(s) address without user name and password, or null: `javascript:` and the
 * like, an address that cannot be read, and one that is too long are not addresses of a post.
 */
export function webAddress(value: string | null | undefined, base: URL): string | null {
  if (value === null || value === undefined || value.trim() === "") return null;
  let url: URL;
  try {
    url = new URL(value, base);
  } catch {
    return null;
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") return null;
  url.username = "";
  url.password = "";
  return url.href.length <= CLIP_LIMITS.urlLength ? url.href : null;
}

/** Whether two addresses name the same page: fragment, final slash and case of the host do not count. */
export function isSamePage(a: string, b: string): boolean {
  return barePage(a) === barePage(b);
}

function barePage(address: string): string {
  const url = new URL(address);
  return `${url.host}${url.pathname.replace(/\/+$/, "")}${url.search}`;
}

/** Whether a host is the given one or lies under it: `web.t.me` is under `t.me`, `not.me` is not. */
export function isUnderHost(host: string, name: string): boolean {
  return host === name || host.endsWith(`.${name}`);
}
