import type { Region } from "@otklik/shared/complaint/clip";
import type { RegisterComplaint, RegisteredComplaint } from "@otklik/shared/complaint/complaint";
import type { Problem } from "@otklik/shared/problem";
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { CaptureNote } from "../clip/captured-page";

/** What is being clipped and has not been sent. Kept from the first second, so that closing anything loses nothing. */
export interface Draft {
  /** Becomes the complaint's id: made once, so that sending twice registers once. */
  readonly id: string;
  readonly createdAt: string;
  updatedAt: string;
  /** As the agent has corrected it; valid or not. Its `clip.evidence` is filled when it is sent. */
  request: RegisterComplaint;
  /** As it was captured, for "restore" and for knowing which field was corrected. */
  readonly captured: RegisterComplaint["clip"];
  screenshot: DraftScreenshot | null;
  /** Why there is no screenshot or only a part of the fields. */
  notes: CaptureNote[];
}

export interface DraftScreenshot {
  readonly image: Blob;
  /** Device pixels. */
  readonly width: number;
  readonly height: number;
  /** Where the post stands, in the image's pixels; null when it is not known. */
  readonly region: Region | null;
  masks: Region[];
}

export type OutboxState = "queued" | "parked" | "registered";

/** A clip that the agent has sent. It leaves only when the server has everything, or by the agent's own hand. */
export interface OutboxItem {
  readonly id: string;
  /** Order of sending, ascending. */
  readonly sequence: number;
  readonly queuedAt: string;
  readonly request: RegisterComplaint;
  state: OutboxState;
  attempts: number;
  /** Not tried again before this instant; null when it may go at once. */
  nextAttemptAt: string | null;
  /** Why it was parked, or why the last attempt failed. */
  problem: Problem | null;
  /** Set when the server has registered it; its files may still be on their way. */
  receipt: RegisteredComplaint | null;
  /** Hashes of files that the server does not have yet. */
  filesLeft: string[];
}

/** Bytes of evidence, by hash, until the server has them. */
export interface StoredFile {
  readonly sha256: string;
  readonly mediaType: string;
  readonly blob: Blob;
}

interface ClipDatabase extends DBSchema {
  drafts: { key: string; value: Draft; indexes: { updatedAt: string } };
  outbox: { key: string; value: OutboxItem; indexes: { sequence: number } };
  files: { key: string; value: StoredFile };
}

export type ClipStore = IDBPDatabase<ClipDatabase>;

/** Opens the extension's own database; background, popup and side panel share it. */
export function openClipStore(): Promise<ClipStore> {
  return openDB<ClipDatabase>("otklik", 1, {
    upgrade(database) {
      database.createObjectStore("drafts", { keyPath: "id" }).createIndex("updatedAt", "updatedAt");
      database.createObjectStore("outbox", { keyPath: "id" }).createIndex("sequence", "sequence");
      database.createObjectStore("files", { keyPath: "sha256" });
    },
  });
}
