/**
 * The secret of a link, from behind its `#`: what stands there is sent to no server. It is taken out of the address at
 * once, so that neither the browser's history nor somebody who looks at the screen keeps it.
 *
 * @returns null when the link has none
 */
export function takeLinkSecret(
  place: Pick<Location, "hash" | "pathname" | "search">,
  record: Pick<History, "replaceState">,
): string | null {
  const secret = place.hash.slice(1);
  if (secret === "") return null;
  record.replaceState(null, "", place.pathname + place.search);
  return secret;
}
