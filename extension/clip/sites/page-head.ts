import { tidyText } from "../line-writer";
import type { Page } from "../page";
import { webAddress } from "../web-address";
import type { SiteAdapter } from "./site-adapter";

/** What the page's head says under the first of these names that it has; null when it has none. */
export function headSays(page: Page, ...names: readonly string[]): string | null {
  for (const name of names) {
    const found = page.selectAll(
      page.document,
      `meta[property='${name}'], meta[name='${name}'], meta[itemprop='${name}']`,
      5,
    );
    for (const element of found) {
      const said = tidyText(page.attribute(element, "content") ?? "");
      if (said !== "") return said;
    }
  }
  return null;
}

/**
 * Whether the head speaks of the post at the page's own address. Sites change pages without a reload and leave
 * the head of the page before: a head that names another post's address is not believed.
 */
export function headIsOfThisPage(page: Page, keyOf: NonNullable<SiteAdapter["keyOf"]>): boolean {
  const key = keyOf(page.url);
  const canonical = page.select(page.document, "link[rel~=canonical][href]");
  const named = [canonical && page.attribute(canonical, "href"), headSays(page, "og:url")]
    .map((address) => webAddress(address, page.url))
    .map((address) => (address === null ? null : keyOf(new URL(address))))
    .filter((found) => found !== null);
  return key !== null && (named.length === 0 || named.includes(key));
}

const QUOTED = /^\s*(?:"([^]*)"|“([^]*)”|”([^]*)”|„([^]*)[“”]|«([^]*)»|「([^]*)」)\s*\.?\s*$/u;

/** Words without the quotation marks that a site puts round the whole of them; null when nothing is left. */
export function unquoted(words: string | null): string | null {
  if (words === null) return null;
  const inner = QUOTED.exec(words)
    ?.slice(1)
    .find((part) => part !== undefined);
  return (inner ?? words).trim() || null;
}
