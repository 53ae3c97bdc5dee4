import type { FoundAttachment } from "../captured-page";
import type { Page } from "../page";
import { webAddress } from "../web-address";

/** Longer styles are no site's; the pattern below would take long over them. */
const LONGEST_STYLE = 4_000;

/** A picture that a site shows as the background of an element, by the element's own style; null when it has none. */
export function backgroundPicture(page: Page, element: Element): FoundAttachment | null {
  const address = /background(?:-image)?:[^;]*url\(\s*['"]?([^'")]+)/i.exec(
    (page.attribute(element, "style") ?? "").slice(0, LONGEST_STYLE),
  )?.[1];
  const url = webAddress(address, page.url);
  return url === null ? null : { kind: "image", url, alt: page.attribute(element, "aria-label") };
}
