/** A snapshot without what was hidden. */
export interface MaskedSnapshot {
  readonly html: string;
  /** Parts that are not in it any more, those hidden at an earlier time too. */
  readonly maskedParts: number;
}

/** What stands where words or a picture were: of one length, so that it tells nothing of them. */
const BLOT = "▆▆▆▆▆▆";

/**
 * Takes the words and pictures of parts out of a snapshot. What is left has no trace of them, where a link led and
 * when a date was included.
 *
 * @param hidden ids of parts
 * @param placeOf where in the complaint a post stands that the snapshot counts, from 0; null takes it out
 */
export function maskSnapshot(
  html: string,
  hidden: ReadonlySet<string>,
  placeOf: (post: number) => number | null = (post) => post,
): MaskedSnapshot {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const post of page.querySelectorAll<HTMLElement>("main > [data-post]")) {
    const place = placeOf(Number(post.dataset.post));
    if (place === null) post.remove();
    else post.dataset.post = String(place);
  }
  const heading = page.querySelector<HTMLElement>("header > b[data-part]");
  if (hidden.has(heading?.dataset.part ?? "title")) page.title = BLOT;
  for (const element of page.querySelectorAll<HTMLElement>("[data-part], [data-picture]")) {
    if (hidden.has(element.dataset.picture ?? "")) takePicture(page, element);
    if (hidden.has(element.dataset.part ?? "")) takeWords(element);
  }
  for (const element of page.querySelectorAll("[title], [datetime]")) {
    if (isAllMasked(element)) {
      element.removeAttribute("title");
      element.removeAttribute("datetime");
    }
  }
  return {
    html: `<!doctype html>\n${page.documentElement.outerHTML}\n`,
    maskedParts: page.querySelectorAll(MASKED).length,
  };
}

const PARTS = "[data-part], [data-picture]";
const MASKED = "[data-masked]";

/** The element's own words; those of elements within it are parts of their own. */
function takeWords(element: HTMLElement): void {
  const words = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
  const [first, ...others] = words.filter(({ nodeValue }) => nodeValue?.trim());
  for (const node of others) node.remove();
  if (first !== undefined) first.nodeValue = BLOT;
  element.dataset.masked = "";
}

function takePicture(page: Document, element: HTMLElement): void {
  if (element.localName !== "img") {
    element.removeAttribute("style");
    if (element.classList.contains("gone")) element.textContent = BLOT;
    element.dataset.masked = "";
    element.classList.add("masked");
    return;
  }
  const blot = page.createElement("span");
  blot.className = `${element.className} masked`;
  blot.textContent = BLOT;
  blot.dataset.picture = element.dataset.picture ?? "";
  blot.dataset.masked = "";
  element.replaceWith(blot);
}

/** Whether it, or where it is empty what it stands in, holds something that is hidden and nothing that is shown. */
function isAllMasked(element: Element): boolean {
  for (let around: Element | null = element; around !== null; around = around.parentElement) {
    const parts = [...(around.matches(PARTS) ? [around] : []), ...around.querySelectorAll(PARTS)];
    if (parts.length > 0) return parts.every((part) => part.matches(MASKED));
  }
  return false;
}
