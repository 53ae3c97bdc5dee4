import type { SiteCorrections } from "@otklik/shared/capture/site-corrections";
import type { Author, MailMarks, PostedAt, Rating, ThreadPlace } from "@otklik/shared/complaint/clip";
import type { ClipField, Confidence, FieldSource, MissingReason } from "@otklik/shared/complaint/clip-fields";
import type { AttachmentKind, Channel } from "@otklik/shared/complaint/vocabulary";

/** How the agent asked for the clip, and what the browser told about the place. */
export interface ClipTrigger {
  readonly kind: "menu" | "popup" | "panel" | "shortcut" | "picker";
  /** Selected text as the menu gives it: without line breaks. */
  readonly selectionText?: string | undefined;
  /** Target of the link that was clicked. */
  readonly linkUrl?: string | undefined;
  /** Address of the picture that was clicked. */
  readonly srcUrl?: string | undefined;
  /** Firefox's own name of the element that its menu was opened on. */
  readonly targetElementId?: number | undefined;
  /** The menu was opened in a frame of the page, and not on the page itself. */
  readonly isInFrame?: boolean | undefined;
}

/** What the clip script is told beside the page. */
export interface ClipOrder {
  /** By what the clip's posts are asked for later: other clips of the same page may have come by then. */
  readonly clipId?: string | undefined;
  readonly trigger: ClipTrigger;
  /** Only leave the finder of posts behind, for the picker: nothing is read. */
  readonly isForPicker?: boolean | undefined;
  /** Selectors that were put right since the extension was built. */
  readonly corrections?: SiteCorrections["sites"] | undefined;
}

/** What went wrong or is missing, as keys of the draft messages (`note.…`). */
export const CAPTURE_NOTES = [
  "page-not-granted",
  "page-not-readable",
  "screenshot-refused",
  "page-changed",
  "post-not-found",
  /** What was pointed at stands in a frame of another site: no more than the selected words is known of it. */
  "post-in-frame",
  "post-out-of-view",
  "post-place-unsure",
  "reader-failed",
  "text-cut",
  "field-cut",
  "page-too-big",
  /** The site's own adapter did not find the post: it was read as on any page. */
  "site-not-read",
  /** Reading the page as a whole took too long and was broken off. */
  "reading-stopped",
  /** No snapshot of the post could be made. */
  "snapshot-failed",
  /** A part of the post is not in the snapshot. */
  "snapshot-cut",
  /** Pictures of the post could not be fetched; their addresses are kept. */
  "pictures-missing",
  /** There is no picture of the post alone. */
  "no-crop",
  /** The picture of the post alone ends before the post does. */
  "crop-cut",
  /** Something of the page lies over the post on its picture. */
  "crop-covered",
  /** Posts were added to the draft once its evidence was gathered: there is none of theirs. */
  "added-in-words",
] as const;
export type CaptureNote = (typeof CAPTURE_NOTES)[number];

/** A picture, video or file of a post, by its address; the bytes are fetched later, in the session. */
export interface FoundAttachment {
  readonly kind: AttachmentKind;
  readonly url: string | null;
  readonly alt: string | null;
}

/** What a reader found about one post; null is "not found on the page", never a guess. */
export interface PostFields {
  readonly narrative: string | null;
  readonly subject: string | null;
  readonly author: Author | null;
  readonly permalink: string | null;
  readonly permalinkKey: string | null;
  readonly postedAt: PostedAt | null;
  readonly rating: Rating | null;
  readonly thread: ThreadPlace | null;
  readonly attachments: readonly FoundAttachment[] | null;
  readonly mail: MailMarks | null;
}

export const NO_FIELDS: PostFields = {
  narrative: null,
  subject: null,
  author: null,
  permalink: null,
  permalinkKey: null,
  postedAt: null,
  rating: null,
  thread: null,
  attachments: null,
  mail: null,
};

/** A rectangle in CSS pixels of the layout viewport; may reach beyond it. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the post stands on the screen at one moment. */
export interface PostPlace {
  readonly box: Box | null;
  /** The layout viewport with its scroll bars, CSS pixels. */
  readonly viewport: { readonly width: number; readonly height: number };
  /** The part of it that is seen when the page is pinch-zoomed. */
  readonly visual: { readonly x: number; readonly y: number; readonly scale: number };
}

/** One post with the source of each field, how far it may be trusted, and why others are empty. */
export interface CapturedPost extends PostFields {
  readonly sources: Partial<Record<ClipField, FieldSource>>;
  readonly confidence: Partial<Record<ClipField, Confidence>>;
  readonly missing: Partial<Record<ClipField, MissingReason>>;
}

/** Result of the clip script: plain data, so that it survives the way from the page to the extension. */
export interface CapturedPage extends CapturedPost {
  readonly title: string;
  readonly url: string;
  readonly channel: Channel;
  /** Name of the adapter that found the post. */
  readonly adapter: string;
  /** Name of the adapter whose site the page is of, whether it found the post or not; absent where no adapter knows it. */
  readonly site?: string | undefined;
  /** Further posts that were picked, in their order. */
  readonly more: readonly CapturedPost[];
  /** The further readers were not there, and are needed. */
  readonly wantsFurtherReaders?: true;
  readonly place: PostPlace;
  readonly notes: readonly CaptureNote[];
}
