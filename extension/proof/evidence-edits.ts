import type { Draft, EvidenceEdits, SnapshotPart } from "../storage/database";

/** Changes what the agent decides about the evidence. */
export function changeEdits(draft: Draft, change: Partial<EvidenceEdits>): Draft {
  return { ...draft, edits: { ...draft.edits, ...change } };
}

/** Hides a part that is shown, shows one that is hidden. */
export function turnPart(draft: Draft, id: string): Draft {
  const { hiddenParts } = draft.edits;
  const next = hiddenParts.includes(id) ? hiddenParts.filter((one) => one !== id) : [...hiddenParts, id];
  return changeEdits(draft, { hiddenParts: next });
}

/** Sends a file, or leaves it out. */
export function turnFile(draft: Draft, id: string): Draft {
  const { leftOut } = draft.edits;
  const next = leftOut.includes(id) ? leftOut.filter((one) => one !== id) : [...leftOut, id];
  return changeEdits(draft, { leftOut: next });
}

/** Hides everything that seems to be other people's, or shows it again; what was hidden by hand stays so. */
export function turnOthers(draft: Draft, parts: readonly SnapshotPart[], isHidden: boolean): Draft {
  const others = new Set(parts.filter(({ isOthers }) => isOthers).map(({ id }) => id));
  const byHand = draft.edits.hiddenParts.filter((id) => !others.has(id));
  return changeEdits(draft, { hiddenParts: isHidden ? [...byHand, ...others] : byHand });
}

/** Whether everything that seems to be other people's is hidden; false when there is nothing of the kind. */
export function areOthersHidden({ edits }: Draft, parts: readonly SnapshotPart[]): boolean {
  const others = parts.filter(({ isOthers }) => isOthers);
  return others.length > 0 && others.every(({ id }) => edits.hiddenParts.includes(id));
}
