/** A part of a snapshot as it is shown for hiding. */
export interface ShownPart {
  readonly id: string;
  /** Its words, or what a picture shows. */
  readonly words: string;
  /** A `data:` address; null for words and for a picture that was not had. */
  readonly picture: string | null;
  readonly isPicture: boolean;
}

/** The parts of a snapshot in reading order, its title and address first. */
export function snapshotParts(html: string): ShownPart[] {
  const page = new DOMParser().parseFromString(html, "text/html");
  const elements = page.querySelectorAll<HTMLElement>(
    "[data-part]:not([data-masked]), [data-picture]:not([data-masked])",
  );
  return [...elements].flatMap((element) => {
    const { part, picture } = element.dataset;
    const words =
      part === undefined ? [] : [{ id: part, words: ownWords(element), picture: null, isPicture: false }];
    if (picture === undefined) return words;
    const alt = element.getAttribute("alt") ?? (element.classList.contains("gone") ? ownWords(element) : "");
    const data = element.getAttribute("src") ?? backgroundOf(element);
    return [{ id: picture, words: alt, picture: data, isPicture: true }, ...words];
  });
}

function ownWords(element: Element): string {
  return [...element.childNodes]
    .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
    .map(({ nodeValue }) => nodeValue ?? "")
    .join(" ")
    .replace(/\s+/gu, " ")
    .trim();
}

function backgroundOf(element: Element): string | null {
  return /url\('(data:[^']*)'\)/.exec(element.getAttribute("style") ?? "")?.[1] ?? null;
}
