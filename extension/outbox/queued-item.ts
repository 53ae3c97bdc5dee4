import type { RegisterComplaint } from "@otklik/shared/complaint/complaint";
import type { Destination, JoinedComplaint, OutboxItem, StoredFile } from "../storage/database";

/** A clip as it enters the queue: nothing tried, nothing answered, all its files still to go. */
export function queuedItem(
  request: RegisterComplaint,
  files: readonly StoredFile[],
  sequence: number,
  addTo: JoinedComplaint | null = null,
  destination: Destination | null = null,
): OutboxItem {
  return {
    id: request.id,
    sequence,
    queuedAt: new Date().toISOString(),
    request,
    addTo,
    destination,
    state: "queued",
    attempts: 0,
    nextAttemptAt: null,
    problem: null,
    receipt: null,
    filesLeft: files.map((file) => file.sha256),
  };
}
