import type { SiteCorrections } from "@otklik/shared/capture/site-corrections";
import { addressKey } from "./address-key";
import {
  type CapturedPage,
  type CapturedPost,
  type CaptureNote,
  type ClipTrigger,
  NO_FIELDS,
} from "./captured-page";
import type { Moment } from "./date-words";
import { type Found, findPost } from "./find-post";
import { fitFields, fitTitle } from "./fit-fields";
import { furtherReaders } from "./further-readers";
import { isPartOf, mergeFields, type Reading } from "./merge-fields";
import type { Page, PageWindow } from "./page";
import { type GesturePlace, type Pointed, pointedElement } from "./pointed-element";
import { POST_LIKE } from "./post-like";
import { postPlace } from "./post-place";
import { readPost, readWholePage } from "./read-post";
import { readingPage } from "./reading-page";
import { broughtSites, corrected, sitesOf } from "./sites/index";
import { postsOf } from "./sites/locate-post";
import type { SiteAdapter } from "./sites/site-adapter";

/** The clip, and the elements of its posts, for measuring and for the snapshot. */
export interface ClippedPage {
  readonly captured: CapturedPage;
  readonly page: Page;
  /** The first is the clip's own post; empty when none was found. */
  readonly roots: readonly Element[];
}

export interface ClipSettings {
  readonly sites?: readonly SiteAdapter[];
  readonly corrections?: SiteCorrections["sites"] | undefined;
  readonly moment?: Moment;
  /** Elements that the agent picked, in order; without them the post is the one that was pointed at. */
  readonly picked?: readonly Element[];
  /** What the gesture knew of its place. */
  readonly place?: GesturePlace;
}

/** Runs a reader; one that fails on a strange page gives the other value, and the clip says so. */
export type Attempt = <Result>(read: () => Result, otherwise: Result) => Result;

/**
 * Reads the post or posts that the agent means. A reader that fails is left out, the notes say so, and what the
 * others found is given: never nothing, and never a guess.
 */
export function clipPage(window: PageWindow, trigger: ClipTrigger, settings: ClipSettings = {}): ClippedPage {
  const page = readingPage(window, settings.moment);
  const notes = new Set<CaptureNote>();
  const attempt: Attempt = (read, otherwise) => {
    try {
      return read();
    } catch {
      notes.add("reader-failed");
      return otherwise;
    }
  };
  const sites = attempt(
    () => sitesOf(page, corrected(settings.sites ?? broughtSites(), settings.corrections, window)),
    [],
  );
  const pointed: Pointed[] = settings.picked?.map((element) => ({
    element,
    by: "picker",
    selection: null,
  })) ?? [
    attempt<Pointed>(() => pointedElement(page, trigger, settings.place), {
      element: null,
      by: null,
      selection: trigger.selectionText?.trim() || null,
    }),
  ];
  const clipped = pointed.map((place) => clipOne(page, place, sites, attempt, notes));
  const [first, ...more] = clipped;
  const roots = clipped.map(({ found }) => found?.root).filter((root) => root !== undefined);
  if (page.overBudget) notes.add("page-too-big");
  const site = first?.found?.site ?? sites[0] ?? null;
  const captured: CapturedPage = {
    ...(first?.post ?? { ...NO_FIELDS, sources: {}, confidence: {}, missing: {} }),
    title: attempt(() => fitTitle(page), ""),
    url: page.url.href,
    channel: site?.channel ?? "web",
    adapter: first?.found?.site?.name ?? (first?.found ? "any-page" : (site?.name ?? "any-page")),
    ...(site !== null && { site: site.name }),
    more: more.map(({ post }) => post),
    ...(furtherReaders() === null && clipped.some(isForFurtherReaders) && { wantsFurtherReaders: true }),
    place: postPlace(page, roots[0] ?? null),
    notes: [...notes],
  };
  return { captured, page, roots };
}

function clipOne(
  page: Page,
  pointed: Pointed,
  sites: readonly SiteAdapter[],
  attempt: Attempt,
  notes: Set<CaptureNote>,
): { post: CapturedPost; found: Found | null } {
  let failed = false;
  const noted: Attempt = (read, otherwise) =>
    attempt(() => {
      try {
        return read();
      } catch (error) {
        failed = true;
        throw error;
      }
    }, otherwise);
  const found = findPost(page, pointed, sites, noted);
  const isInFrame = pointed.by === "frame";
  if (isInFrame) notes.add("post-in-frame");
  if (found === null && !(isInFrame && pointed.selection)) notes.add("post-not-found");
  if (found !== null && found.site === null && sites.length > 0) notes.add("site-not-read");
  const readings = found === null ? readWholePage(page, pointed, sites, noted) : readPost(page, found, noted);
  const unclear = found === null && !isInFrame && noted(() => hasSeveralPosts(page, sites), false);
  const merged = mergeFields(withSelection(readings, pointed.selection), {
    failed: failed || isInFrame,
    unclear,
    unrecognised: found === null,
  });
  const { post, cuts } = fitFields({
    ...merged,
    permalinkKey: merged.permalinkKey ?? keyOfNobodys(merged, found),
  });
  for (const cut of cuts) notes.add(cut);
  return { post, found };
}

/** On a site that nobody knows a post is named by its own address. */
function keyOfNobodys({ permalink }: CapturedPost, found: Found | null): string | null {
  return permalink !== null && found?.site === null ? addressKey(permalink) : null;
}

/** A mail, or a post that no site's own adapter has found or read. */
function isForFurtherReaders({ post, found }: ReturnType<typeof clipOne>): boolean {
  return (
    found === null ||
    found.site === null ||
    found.site.isMail === true ||
    !Object.values(post.sources).includes("adapter")
  );
}

/** Whether the page shows posts, any of which may be meant. */
function hasSeveralPosts(page: Page, sites: readonly SiteAdapter[]): boolean {
  const [site] = sites;
  const posts = site === undefined ? page.selectAll(page.document, POST_LIKE, 2) : postsOf(page, site);
  return posts.length > 1;
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
