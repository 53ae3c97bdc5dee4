import type { Region } from "@otklik/shared/complaint/clip";
import type { RegisterComplaint, RegisteredComplaint } from "@otklik/shared/complaint/complaint";
import type { EvidenceKind, EvidenceMediaType } from "@otklik/shared/complaint/vocabulary";
import type { Problem } from "@otklik/shared/problem";
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Box, CaptureNote, PostPlace } from "../clip/captured-page";
import type { ClickedTab } from "../clip/screenshot";

/** What is being clipped and has not been sent. Kept from the first second, so that closing anything loses nothing. */
export interface Draft {
  /** Becomes the complaint's id: made once, so that sending twice registers once. */
  readonly id: string;
  readonly createdAt: string;
  updatedAt: string;
  /** The browser's window in which it was clipped, for this run of the browser; a mail from a file has none. */
  readonly windowId?: number;
  /** As the agent has corrected it; valid or not. Its `clip.evidence` is filled when it is sent. */
  request: RegisterComplaint;
  /** As it was captured, for "restore" and for knowing which field was corrected. */
  readonly captured: RegisterComplaint["clip"];
  /** Which captured post each post of the request is, once the agent has moved or left out one: see `draft/posts.ts`. */
  readonly order?: readonly number[];
  /** The registered complaint that it was to join when it was not accepted, and still is to. */
  addTo?: JoinedComplaint | null;
  screenshot: DraftScreenshot | null;
  /** What the agent has covered or left out of the evidence. */
  edits: EvidenceEdits;
  /** The tab from which the rest of the evidence is being gathered; absent once all is there, or nothing more comes. */
  gathering?: ClickedTab | null;
  /** Captured posts, as `postsOf` counts them, that were added later and whose snapshot is still being made. */
  snapshotsDue?: readonly number[];
  /** Why there is no screenshot or only a part of the fields. */
  notes: CaptureNote[];
}

/** What editing changes of a draft; `captured` as the editor knows it. */
export type DraftEdit = Pick<Draft, "id" | "captured" | "request" | "order" | "addTo" | "edits"> & {
  readonly masks: readonly Region[];
};

export interface DraftScreenshot {
  readonly image: Blob;
  /** Device pixels. */
  readonly width: number;
  readonly height: number;
  /** Where the post stands, in the image's pixels; null when it is not known. */
  readonly region: Region | null;
  /** Where the post stood when it was taken; null when it is not known, or taken by an earlier version. */
  readonly place?: PostPlace | null;
  /** What is black in the image itself, of a clip that was sent before: it cannot be lifted, and is told again. */
  readonly burnt?: readonly Region[];
  masks: Region[];
}

/** What the agent decides about the evidence. Nothing is changed in the bytes before it is sent. */
export interface EvidenceEdits {
  /** Covered parts of the picture of the post alone, in its pixels. */
  readonly cropMasks: readonly Region[];
  /** Parts of the snapshot, by id, that are taken out of it and blackened on the pictures. */
  readonly hiddenParts: readonly string[];
  /** Parts of other people's, by id, that are shown although all of theirs are hidden. */
  readonly shownParts?: readonly string[];
  /** Files, by id, that are not sent; `screenshot` is one of them. */
  readonly leftOut: readonly string[];
}

export const NO_EDITS: EvidenceEdits = { cropMasks: [], hiddenParts: [], leftOut: [] };

/**
 * Evidence of a draft beside its screenshot. Kept apart from the draft, so that saving a typed word does not
 * write the bytes again.
 */
export interface DraftFile {
  readonly draftId: string;
  /** Within the draft: `crop`, `snapshot`, `snapshot-2` of posts that were added later, `mail`, `attachment-1`. */
  readonly id: string;
  readonly kind: Exclude<EvidenceKind, "screenshot">;
  readonly mediaType: EvidenceMediaType;
  readonly blob: Blob;
  /** A picture's own words or a file's name. */
  readonly name: string | null;
  /** Where an attachment came from, as the clip names it. */
  readonly url: string | null;
  /** Of a picture that was sent before: what is black in it. */
  readonly burnt?: readonly Region[];
  /** Of a crop: how it shows the post. */
  readonly picture?: CropPicture;
  /** Of a snapshot: what can be taken out of it. */
  readonly parts?: SnapshotParts;
  /** Of a snapshot: which captured posts it shows, in its order, as `postsOf` counts them; -1 for one that is not the draft's. */
  readonly posts?: readonly number[];
}

/** The picture of the post alone. */
export interface CropPicture {
  /** Device pixels. */
  readonly width: number;
  readonly height: number;
  /** The post's size in CSS pixels when the picture was taken. */
  readonly post: { readonly width: number; readonly height: number };
  /** Device pixels for one CSS pixel. */
  readonly scale: number;
}

/** The words and pictures of a snapshot that can be taken out one by one. */
export interface SnapshotParts {
  /** The post's size in CSS pixels when the boxes were measured. */
  readonly post: { readonly width: number; readonly height: number };
  readonly parts: readonly SnapshotPart[];
  /** The post goes on after the last part. */
  readonly isCut?: boolean;
}

export interface SnapshotPart {
  /** The value of its `data-part`. */
  readonly id: string;
  readonly kind: "words" | "picture";
  /** Whether it seems to be somebody else's than the author's. */
  readonly isOthers: boolean;
  /** Of a picture: the one that was shown. */
  readonly url: string | null;
  /** Of a picture: where its page has it in other sizes. */
  readonly alsoAt?: readonly string[];
  /** Relative to the post's upper left corner, CSS pixels; null where it takes no room. */
  readonly box: Box | null;
}

/** A registered complaint that a clip joins instead of getting a number of its own. */
export interface JoinedComplaint {
  readonly id: string;
  readonly incomingNumber: string;
}

/** What the register has answered; a clip that joined a complaint has that one's number, and no dates of its own. */
export type OutboxReceipt = RegisteredComplaint & { readonly addedTo?: string };

/** A server and the organisation there that a clip was sent for. */
export interface Destination {
  readonly origin: string;
  readonly organisationId: string;
  /** The organisation's; null where it was not known. */
  readonly name: string | null;
}

export type OutboxState = "queued" | "parked" | "registered";

/** A clip that the agent has sent. It leaves only when the server has everything, or by the agent's own hand. */
export interface OutboxItem {
  readonly id: string;
  /** Order of sending, ascending. */
  readonly sequence: number;
  readonly queuedAt: string;
  readonly request: RegisterComplaint;
  /** The complaint that the clip is added to; without it the clip is registered. */
  addTo?: JoinedComplaint | null;
  /** For whom it was sent; it goes to nobody else. Null or absent before there was any connection. */
  destination?: Destination | null;
  state: OutboxState;
  attempts: number;
  /** Not tried again before this instant; null when it may go at once. */
  nextAttemptAt: string | null;
  /** Why it was parked, or why the last attempt failed. */
  problem: Problem | null;
  /** Set when the server has registered it; its files may still be on their way. */
  receipt: OutboxReceipt | null;
  /** Hashes of files that the server does not have yet. */
  filesLeft: string[];
}

/** Bytes of evidence, by hash, until the server has them. */
export interface StoredFile {
  readonly sha256: string;
  readonly mediaType: string;
  readonly blob: Blob;
}

/** The key that this installation signs with; neither we nor the page can read its private half. */
export interface StoredKey {
  readonly id: "signing";
  readonly keys: CryptoKeyPair;
}

interface ClipDatabase extends DBSchema {
  drafts: { key: string; value: Draft; indexes: { updatedAt: string } };
  /** What an editor still held when its page went away, until its draft is next read. */
  lastEdits: { key: string; value: DraftEdit };
  draftFiles: { key: [string, string]; value: DraftFile; indexes: { draftId: string } };
  outbox: { key: string; value: OutboxItem; indexes: { sequence: number } };
  files: { key: string; value: StoredFile };
  keys: { key: string; value: StoredKey };
}

export type ClipStore = IDBPDatabase<ClipDatabase>;

/**
 * Opens the extension's own database; background, popup and side panel share it.
 *
 * @throws what the browser says when it is broken or there is no room; also when another page holds an older one open:
 *   waiting for that page would be waiting in silence
 */
export function openClipStore(): Promise<ClipStore> {
  return new Promise((resolve, reject) => {
    let isGivenUp = false;
    const giveUp = () => {
      isGivenUp = true;
      reject(new Error("database held open by another page"));
    };
    open(giveUp).then((store) => (isGivenUp ? store.close() : resolve(store)), reject);
  });
}

function open(giveUp: () => void): Promise<ClipStore> {
  return openDB<ClipDatabase>("otklik", 3, {
    blocked: giveUp,
    blocking: (_before, _next, event) => (event.target as IDBDatabase | null)?.close(),
    async upgrade(database, before, _now, transaction) {
      if (before < 1) {
        database.createObjectStore("drafts", { keyPath: "id" }).createIndex("updatedAt", "updatedAt");
        database.createObjectStore("outbox", { keyPath: "id" }).createIndex("sequence", "sequence");
        database.createObjectStore("files", { keyPath: "sha256" });
      }
      if (before < 2) {
        database
          .createObjectStore("draftFiles", { keyPath: ["draftId", "id"] })
          .createIndex("draftId", "draftId");
        database.createObjectStore("keys", { keyPath: "id" });
        const drafts = transaction.objectStore("drafts");
        for (const draft of await drafts.getAll()) await drafts.put({ ...draft, edits: NO_EDITS });
      }
      database.createObjectStore("lastEdits", { keyPath: "id" });
    },
  });
}
