import type { Author, PostedAt } from "@otklik/shared/complaint/clip";
import type { ClipField, FieldSource } from "@otklik/shared/complaint/clip-fields";
import type { Channel } from "@otklik/shared/complaint/vocabulary";

/** How the agent asked for the clip, and what the browser told about the place. */
export interface ClipTrigger {
  readonly kind: "menu" | "popup" | "panel" | "shortcut";
  /** Selected text as the menu gives it: without line breaks. */
  readonly selectionText?: string | undefined;
  /** Target of the link that was clicked. */
  readonly linkUrl?: string | undefined;
}

/** What went wrong or is missing, as keys of the draft messages (`note.…`). */
export const CAPTURE_NOTES = [
  "page-not-granted",
  "page-not-readable",
  "screenshot-refused",
  "page-changed",
  "post-not-found",
  "post-out-of-view",
  "post-place-unsure",
  "reader-failed",
  "text-cut",
  "field-cut",
  "page-too-big",
] as const;
export type CaptureNote = (typeof CAPTURE_NOTES)[number];

/** What a reader found about one post; null is "not found on the page", never a guess. */
export interface PostFields {
  readonly narrative: string | null;
  readonly author: Author | null;
  readonly permalink: string | null;
  readonly permalinkKey: string | null;
  readonly postedAt: PostedAt | null;
}

export const NO_FIELDS: PostFields = {
  narrative: null,
  author: null,
  permalink: null,
  permalinkKey: null,
  postedAt: null,
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

/** Result of the clip script: plain data, so that it survives the way from the page to the extension. */
export interface CapturedPage extends PostFields {
  readonly title: string;
  readonly url: string;
  readonly channel: Channel;
  /** Name of the adapter that found the post. */
  readonly adapter: string;
  readonly sources: Partial<Record<ClipField, FieldSource>>;
  readonly place: PostPlace;
  readonly notes: readonly CaptureNote[];
}
