import { type Draft, NO_EDITS } from "@otklik/extension/storage/database";
import { sampleComplaint } from "./sample-complaint";

/** A draft as the capture leaves it: text, author and link found on the page, no time, no screenshot. */
export function sampleDraft(change: Partial<Draft> = {}): Draft {
  const request = sampleComplaint({
    clip: {
      permalinkKey: "forum:1001",
      postedAt: { at: null, precision: "unknown", raw: null },
      sources: { narrative: "adapter", author: "adapter", permalink: "adapter" },
    },
  });
  return {
    id: request.id,
    createdAt: "2026-11-18T09:00:00.000Z",
    updatedAt: "2026-11-18T09:00:00.000Z",
    request,
    captured: structuredClone(request.clip),
    screenshot: null,
    edits: NO_EDITS,
    notes: [],
    ...change,
  };
}
