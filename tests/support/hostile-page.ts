import type { ClipTrigger } from "@otklik/extension/clip/captured-page";
import { clipPage } from "@otklik/extension/clip/clip-page";
import type { PageWindow } from "@otklik/extension/clip/page";
import { capturedPostSchema } from "@otklik/shared/complaint/clip";
import { expect, it } from "vitest";
import { savedPage } from "./saved-page";

const MARKUP = "<img src=x onerror=alert(1)><script>alert(2)</script>\u202e";
const SCRIPT_ADDRESS = "javascript:alert(3)";
/** Attributes whose value is shown or read as text; the others are how the page is built, and so how it is known. */
const TEXT_ATTRIBUTES = [
  "title",
  "alt",
  "content",
  "datetime",
  "aria-label",
  "data-author",
  "data-time",
  "label",
];

/** How one page is poisoned. */
const POISONS: readonly (readonly [string, (window: PageWindow) => void])[] = [
  ["words", poisonWords],
  ["links and pictures", (window) => poisonAttributes(window, ["href", "src"], () => SCRIPT_ADDRESS)],
  [
    "attributes",
    (window) => poisonAttributes(window, TEXT_ATTRIBUTES, (value) => `${value}"'>${MARKUP}\u0000`),
  ],
  [
    "attributes of great length",
    (window) => poisonAttributes(window, TEXT_ATTRIBUTES, () => "я".repeat(30_000)),
  ],
];

/**
 * Tests that a site's page gives text and http addresses and nothing else, whatever its authors write: markup in
 * words stays words, a script's address is none, and all of it fits the register.
 *
 * @param point makes the gesture on the poisoned page: selects words, sets the focus
 */
export function itTakesHostileTextAsText(
  fixture: string,
  address: string,
  trigger: ClipTrigger = { kind: "popup" },
  point: (window: PageWindow) => void = () => undefined,
): void {
  it.each(POISONS)("with hostile %s gives text and web addresses alone", (_what, poison) => {
    const window = savedPage(fixture, address);
    const whole = clipAt(window, trigger, point);
    poison(window);
    const captured = clipAt(window, trigger, point);
    for (const post of [captured, ...captured.more]) expectToFitTheRegister(post);
    expect(JSON.stringify(captured)).not.toContain(SCRIPT_ADDRESS);
    // A poisoned page may hide what the post is known by; words that were read are still read whole.
    if (poison === poisonWords && whole.narrative !== null) expect(captured.narrative).toContain(MARKUP);
  });
}

function clipAt(window: PageWindow, trigger: ClipTrigger, point: (window: PageWindow) => void) {
  point(window);
  return clipPage(window, trigger).captured;
}

function expectToFitTheRegister(
  post: ReturnType<typeof clipAt> | ReturnType<typeof clipAt>["more"][number],
): void {
  const { narrative, subject, author, permalink, permalinkKey, postedAt, rating, thread, mail } = post;
  const record = {
    narrative: narrative ?? "-",
    subject,
    author: author ?? { name: null, handle: null, profileUrl: null, platformId: null },
    permalink,
    permalinkKey,
    postedAt: postedAt ?? { at: null, precision: "unknown", raw: null },
    rating,
    thread,
    attachments: post.attachments?.map((found) => ({ ...found, sha256: null })) ?? [],
    mail,
    sources: post.sources,
    confidence: post.confidence,
    missing: post.missing,
  };
  expect(capturedPostSchema.safeParse(record).error?.issues ?? []).toEqual([]);
}

/** Every run of words in the body gets markup that is text. */
function poisonWords({ document }: PageWindow): void {
  const walker = document.createTreeWalker(document.body, 4);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.textContent?.trim() && !/^(script|style)$/i.test(node.parentElement?.tagName ?? "")) {
      node.textContent = `${node.textContent} ${MARKUP}`;
    }
  }
}

function poisonAttributes(
  { document }: PageWindow,
  names: readonly string[],
  poison: (value: string) => string,
): void {
  for (const name of names) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      element.setAttribute(name, poison(element.getAttribute(name) ?? ""));
    }
  }
}
