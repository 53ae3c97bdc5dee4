import { CLIP_LIMITS } from "@otklik/shared/complaint/clip-limits";

/** Say by which way somebody came, and not where he is. */
const WAY = /^(?:utm_\w+|fbclid|gclid|yclid|_openstat|from|ref|source)$/;

/**
 * The name of a post on a site that has no adapter: its own address, without what differs between two visits.
 *
 * @returns null for an address that is longer than a name
 */
export function addressKey(permalink: string): string | null {
  const url = new URL(permalink);
  const query = [...url.searchParams].filter(([name]) => !WAY.test(name)).sort();
  const search = query.length === 0 ? "" : `?${new URLSearchParams(query)}`;
  const host = url.host.replace(/^www\./, "");
  const key = `url:${host}${url.pathname.replace(/\/+$/, "")}${search}${url.hash}`;
  return key.length <= CLIP_LIMITS.nameLength ? key : null;
}
