import { beginAlike } from "../alike-fields";
import type { CapturedPage } from "../captured-page";
import type { ReadOn } from "./read-on";

/**
 * Whether it is worth reading on: a post of an unknown site has been found, and its words have not, or not surely. On a
 * site with an adapter what it leaves out is left out on purpose: what a mail quotes, an advertisement, a folded post.
 */
export function wantsReadingOn({ adapter, narrative, confidence, notes }: CapturedPage): boolean {
  if (adapter !== "any-page") return false;
  return (narrative === null || confidence.narrative === "unsure") && !notes.includes("post-not-found");
}

/**
 * A clip with what reading on told: words where there were none, which stay unsure; more trust where both say the same.
 *
 * @param read null when it could not be done at all
 */
export function withWordsReadOn(page: CapturedPage, read: ReadOn | null): CapturedPage {
  if (read === null) return page;
  if (read.stopped) return { ...page, notes: [...page.notes, "reading-stopped"] };
  if (read.narrative === null) return page;
  if (page.narrative !== null) {
    const narrative = beginAlike(page.narrative, read.narrative) ? "likely" : "unsure";
    return { ...page, confidence: { ...page.confidence, narrative } };
  }
  const { narrative: _found, ...missing } = page.missing;
  return {
    ...page,
    narrative: read.narrative,
    sources: { ...page.sources, narrative: "readability" },
    confidence: { ...page.confidence, narrative: "unsure" },
    missing,
  };
}
