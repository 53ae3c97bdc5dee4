import type { CapturedPostRecord } from "@otklik/shared/complaint/clip";
import type { CapturedPage, CapturedPost } from "../clip/captured-page";

type Known = Pick<CapturedPostRecord, "narrative" | "author" | "postedAt" | "sources">;

const NOTHING_KNOWN: Known = {
  narrative: "",
  author: { name: null, handle: null, profileUrl: null, platformId: null },
  postedAt: { at: null, precision: "unknown", raw: null },
  sources: {},
};

/** What the page told of a post, over what was known before it was asked. */
export function postRecord(post: CapturedPost, known: Known = NOTHING_KNOWN): CapturedPostRecord {
  return {
    narrative: post.narrative ?? known.narrative,
    subject: post.subject,
    author: post.author ?? known.author,
    permalink: post.permalink,
    permalinkKey: post.permalinkKey,
    postedAt: post.postedAt ?? known.postedAt,
    rating: post.rating,
    thread: post.thread,
    attachments: post.attachments?.map((found) => ({ ...found, sha256: null })) ?? [],
    mail: post.mail,
    sources: { ...known.sources, ...post.sources },
    confidence: { ...post.confidence },
    missing: { ...post.missing },
  };
}

/** Every post of a page. */
export function recordsOf(page: CapturedPage): CapturedPostRecord[] {
  return [page, ...page.more].map((post) => postRecord(post));
}
