import type { AddClip, RegisterComplaint } from "@otklik/shared/complaint/complaint";
import type { ServerAnswer } from "../api/server-answer";
import type { ClipStore, Destination, StoredFile } from "../storage/database";

/** What the outbox asks of the server. Every call may throw `ServerUnreachable`. */
export interface OutboxServer {
  readonly destination: Destination;
  registerOne(complaint: RegisterComplaint): Promise<ServerAnswer>;
  registerMany(complaints: readonly RegisterComplaint[]): Promise<ServerAnswer>;
  addClip(complaintId: string, clip: AddClip): Promise<ServerAnswer>;
  upload(file: StoredFile): Promise<ServerAnswer>;
}

/** One flush at work. */
export interface Flushing {
  readonly store: ClipStore;
  readonly server: OutboxServer;
  /** What this flush has brought about, counted up as it goes. */
  readonly brought: { registered: number; parked: number };
}
