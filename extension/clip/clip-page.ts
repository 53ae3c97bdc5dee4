import { type CapturedPage, type CaptureNote, type ClipTrigger, NO_FIELDS } from "./captured-page";
import { fitFields, fitTitle } from "./fit-fields";
import { isPartOf, mergeFields, type Reading } from "./merge-fields";
import { type Page, type PageWindow, pageOf } from "./page";
import { type Pointed, pointedElement } from "./pointed-element";
import { postPlace } from "./post-place";
import { mainPost, POST_LIKE } from "./post-root";
import { anyPage } from "./sites/any-page";
import { adaptersFor, SITES } from "./sites/index";
import type { SiteAdapter } from "./sites/site-adapter";
import { describedPost, jsonLdPosts } from "./structured-data/json-ld";
import { microdataPost } from "./structured-data/microdata";
import { openGraphPost } from "./structured-data/open-graph";
import { timeElement } from "./structured-data/time-element";

/** The clip, and the post's element for measuring it again while the screenshot is taken. */
export interface ClippedPage {
  readonly captured: CapturedPage;
  readonly page: Page;
  readonly root: Element | null;
}

interface FoundPost {
  readonly adapter: SiteAdapter;
  readonly root: Element;
}

/** Runs a reader; one that fails on a strange page gives the other value, and the clip says so. */
type Attempt = <Result>(read: () => Result, otherwise: Result) => Result;

/**
 * Reads the post that the agent means. A reader that fails is left out, the notes say so, and
 * what the others found is given: never nothing, and never a guess.
 */
export function clipPage(
  window: PageWindow,
  trigger: ClipTrigger,
  sites: readonly SiteAdapter[] = SITES,
): ClippedPage {
  const page = pageOf(window);
  const notes = new Set<CaptureNote>();
  const attempt: Attempt = (read, otherwise) => {
    try {
      return read();
    } catch {
      notes.add("reader-failed");
      return otherwise;
    }
  };

  const pointed = attempt<Pointed>(() => pointedElement(page, trigger), {
    element: null,
    by: null,
    selection: trigger.selectionText?.trim() || null,
  });
  const adapters = attempt(() => adaptersFor(page, sites), [anyPage]);
  const found = findPost(page, pointed, adapters, attempt);
  if (found === null) notes.add("post-not-found");
  const readings =
    found !== null
      ? readPost(page, found, attempt)
      : isOnePost(page, pointed, adapters, attempt)
        ? readWholePage(page, attempt)
        : [];
  const { fields, cuts } = fitFields(mergeFields(withSelection(readings, pointed.selection)));
  for (const cut of cuts) notes.add(cut);
  if (page.overBudget) notes.add("page-too-big");
  const adapter = found?.adapter ?? adapters[0] ?? anyPage;
  const captured: CapturedPage = {
    ...fields,
    title: attempt(() => fitTitle(page), ""),
    url: page.url.href,
    channel: adapter.channel,
    adapter: adapter.name,
    place: postPlace(page, found?.root ?? null),
    notes: [...notes],
  };
  return { captured, page, root: found?.root ?? null };
}

/** A selection or a clicked link names its post; the focus may stand anywhere, so the main post is asked too. */
function findPost(
  page: Page,
  pointed: Pointed,
  adapters: readonly SiteAdapter[],
  attempt: Attempt,
): FoundPost | null {
  const places = pointed.by === "focus" ? [pointed.element, null] : [pointed.element];
  for (const adapter of adapters) {
    for (const place of places) {
      const root = attempt(() => adapter.locate(page, place), null);
      if (root !== null) return { adapter, root };
    }
  }
  return null;
}

function readPost(page: Page, { adapter, root }: FoundPost, attempt: Attempt): Reading[] {
  const isSite = adapter !== anyPage;
  const own = isSite ? attempt(() => adapter.read(page, root), null) : null;
  const general = own === null ? attempt(() => anyPage.read(page, root), NO_FIELDS) : null;
  const seen = own ?? general ?? NO_FIELDS;
  const isMain = !isSite && attempt(() => mainPost(page) === root, false);
  const described = attempt(
    () => describedPost(jsonLdPosts(page), { words: seen.narrative, permalink: seen.permalink, isMain }),
    null,
  );
  const microdata = attempt(() => microdataPost(page, root), null);
  const postedAt = attempt(() => timeElement(page, root), null);
  const readings: Reading[] = [
    { source: own === null ? "page" : "adapter", fields: seen },
    { source: "json_ld", fields: described ?? NO_FIELDS },
    { source: "microdata", fields: microdata ?? NO_FIELDS },
    { source: "time_element", fields: { ...NO_FIELDS, postedAt } },
  ];
  if (isMain) readings.push({ source: "open_graph", fields: attempt(() => openGraphPost(page), NO_FIELDS) });
  return readings;
}

/**
 * Whether the page as a whole may be the post: nothing in it was pointed at, no site adapter knows
 * better, and it is no list of posts, whose description is of none of them.
 */
function isOnePost(
  page: Page,
  pointed: Pointed,
  adapters: readonly SiteAdapter[],
  attempt: Attempt,
): boolean {
  const isPointed = pointed.element !== null && pointed.by !== "focus";
  const isKnownSite = adapters.some((adapter) => adapter !== anyPage);
  return !isPointed && !isKnownSite && attempt(() => page.select(page.document, POST_LIKE) === null, false);
}

function readWholePage(page: Page, attempt: Attempt): Reading[] {
  const known = { words: null, permalink: page.url.href, isMain: true };
  const described = attempt(() => describedPost(jsonLdPosts(page), known), null);
  return [
    { source: "json_ld", fields: described ?? NO_FIELDS },
    { source: "open_graph", fields: attempt(() => openGraphPost(page), NO_FIELDS) },
  ];
}

/**
 * A selection within the words that a site adapter read only points: the whole post is kept.
 * One that the adapter did not read is what the agent wants.
 */
function withSelection(readings: readonly Reading[], selection: string | null): Reading[] {
  if (selection === null) return [...readings];
  const kept = readings.map((reading) =>
    reading.source === "adapter" && !isPartOf(selection, reading.fields.narrative)
      ? { ...reading, fields: { ...reading.fields, narrative: null } }
      : reading,
  );
  return [...kept, { source: "selection", fields: { ...NO_FIELDS, narrative: selection } }];
}
