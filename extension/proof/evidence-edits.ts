import { postsOf, turnParents } from "../draft/posts";
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

/** Stands among the hidden parts while other people's are hidden: what is beside the post is theirs too. */
export const OTHERS = "others";

/** Stands among the hidden parts while what is beside the post is blackened on the screenshot, and nothing else. */
export const BESIDE = "beside";

/** Whether anything of other people's is known: in the post, or what it answers. */
export function hasOthers({ captured }: Draft, parts: readonly SnapshotPart[]): boolean {
  return parts.some(({ isOthers }) => isOthers) || postsOf(captured).some(({ thread }) => thread?.parent);
}

/** Hides everything that seems to be other people's, or shows it again; what was hidden by hand stays so. */
export function turnOthers(draft: Draft, parts: readonly SnapshotPart[], isHidden: boolean): Draft {
  const others = new Set([OTHERS, ...parts.filter(({ isOthers }) => isOthers).map(({ id }) => id)]);
  const byHand = draft.edits.hiddenParts.filter((id) => !others.has(id) && id !== BESIDE);
  const turned = changeEdits(draft, { hiddenParts: isHidden ? [...byHand, ...others] : byHand });
  return turnParents(turned, isHidden);
}

/** Blackens what stands beside the post on the screenshot, or shows it again. */
export function turnBeside(draft: Draft, isHidden: boolean): Draft {
  const rest = draft.edits.hiddenParts.filter((id) => id !== BESIDE && id !== OTHERS);
  return changeEdits(draft, { hiddenParts: isHidden ? [...rest, BESIDE] : rest });
}

/** Whether what stands beside the post is blackened, be it alone or with other people's words. */
export function isBesideHidden({ edits }: Draft): boolean {
  return edits.hiddenParts.some((id) => id === BESIDE || id === OTHERS);
}

/** How many parts of the snapshot are taken out of it. */
export function countHidden({ edits }: Draft): number {
  return edits.hiddenParts.filter((id) => id !== BESIDE && id !== OTHERS).length;
}

/** Whether everything that seems to be other people's is hidden. */
export function areOthersHidden({ edits }: Draft, parts: readonly SnapshotPart[]): boolean {
  const others = [OTHERS, ...parts.filter(({ isOthers }) => isOthers).map(({ id }) => id)];
  return others.every((id) => edits.hiddenParts.includes(id));
}
