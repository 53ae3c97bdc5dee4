import type { Clip } from "@otklik/shared/complaint/clip";
import { type Draft, NO_EDITS } from "../storage/database";

/** A draft in which nothing is judged or corrected yet. */
export function newDraft(captured: Clip): Draft {
  const id = crypto.randomUUID();
  return {
    id,
    createdAt: captured.capturedAt,
    updatedAt: captured.capturedAt,
    request: {
      id,
      kind: "general",
      topicId: null,
      anonymous: false,
      remedySought: null,
      clip: structuredClone(captured),
    },
    captured,
    screenshot: null,
    edits: NO_EDITS,
    notes: [],
  };
}
