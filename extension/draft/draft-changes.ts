import type { Clip } from "@otklik/shared/complaint/clip";
import type { ClipField } from "@otklik/shared/complaint/clip-fields";
import { CLIP_FIELDS } from "@otklik/shared/complaint/clip-fields";
import type { RegisterComplaint } from "@otklik/shared/complaint/complaint";
import type { Draft } from "../storage/database";

/** Sets a field by hand. One that is again as it was captured has its first source again. */
export function correctField<Field extends ClipField>(draft: Draft, field: Field, value: Clip[Field]): Draft {
  const { captured } = draft;
  const isAsCaptured = JSON.stringify(value) === JSON.stringify(captured[field]);
  const { [field]: _before, ...others } = draft.request.clip.sources;
  const first = captured.sources[field];
  const source = isAsCaptured ? first : "agent";
  const sources: Clip["sources"] = source === undefined ? others : { ...others, [field]: source };
  const clip: Clip = { ...draft.request.clip, [field]: value, sources };
  // The platform's name of the post goes with the link that it was read from.
  if (field === "permalink") clip.permalinkKey = isAsCaptured ? captured.permalinkKey : null;
  return changeRequest(draft, { clip });
}

/** Gives a field back the value that was captured. */
export function restoreField(draft: Draft, field: ClipField): Draft {
  return correctField(draft, field, structuredClone(draft.captured[field]));
}

/** Whether the agent's hand is on a field. */
export function isCorrected(draft: Draft, field: ClipField): boolean {
  return draft.request.clip.sources[field] === "agent";
}

/** Whether the capture found nothing for a field. */
export function isMissing(draft: Draft, field: ClipField): boolean {
  return draft.captured.sources[field] === undefined;
}

/** Changes the judgement of the clip, or what of it has no source: page, channel. */
export function changeRequest(draft: Draft, change: Partial<RegisterComplaint>): Draft {
  return { ...draft, request: { ...draft.request, ...change } };
}

/**
 * Takes over a capture that came after the agent had begun to type: what was typed stays, every
 * other field is the captured one.
 */
export function adoptCapture(draft: Draft, captured: Clip): Draft {
  const { clip } = draft.request;
  const typed = CLIP_FIELDS.filter((field) => isCorrected(draft, field));
  const kept = Object.fromEntries(typed.map((field) => [field, clip[field]]));
  const sources = Object.fromEntries(typed.map((field) => [field, "agent" as const]));
  const adopted: Clip = {
    ...structuredClone(captured),
    ...kept,
    page: isSame(clip.page, draft.captured.page) ? captured.page : clip.page,
    channel: clip.channel === draft.captured.channel ? captured.channel : clip.channel,
    sources: { ...captured.sources, ...sources },
  };
  if (typed.includes("permalink")) adopted.permalinkKey = clip.permalinkKey;
  return { ...changeRequest(draft, { clip: adopted }), captured };
}

function isSame(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
