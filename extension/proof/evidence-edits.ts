import { postsOf, turnParents } from "../draft/posts";
import type { Draft, DraftFile, EvidenceEdits, SnapshotPart } from "../storage/database";
import { isPartOf } from "./snapshot-files";

/** Changes what the agent decides about the evidence. */
export function changeEdits(draft: Draft, change: Partial<EvidenceEdits>): Draft {
  return { ...draft, edits: { ...draft.edits, ...change } };
}

/** What of a part decides whether it is hidden. */
type NamedPart = Pick<SnapshotPart, "id" | "isOthers">;

/** Whether a part is taken out of the snapshot: by hand, or with everything of other people's. */
export function isPartHidden({ edits }: Draft, { id, isOthers }: NamedPart): boolean {
  const { hiddenParts, shownParts = [] } = edits;
  return hiddenParts.includes(id) || (isOthers && hiddenParts.includes(OTHERS) && !shownParts.includes(id));
}

/** Hides a part that is shown, shows one that is hidden. */
export function turnPart(draft: Draft, part: NamedPart): Draft {
  const { hiddenParts, shownParts = [] } = draft.edits;
  const isOfThose = part.isOthers && hiddenParts.includes(OTHERS);
  const without = (ids: readonly string[]) => ids.filter((one) => one !== part.id);
  return isPartHidden(draft, part)
    ? changeEdits(draft, {
        hiddenParts: without(hiddenParts),
        ...(isOfThose && { shownParts: [...shownParts, part.id] }),
      })
    : changeEdits(draft, {
        hiddenParts: isOfThose ? hiddenParts : [...hiddenParts, part.id],
        ...(isOfThose && { shownParts: without(shownParts) }),
      });
}

/** Sends a file, or leaves it out. */
export function turnFile(draft: Draft, id: string): Draft {
  const { leftOut } = draft.edits;
  const next = leftOut.includes(id) ? leftOut.filter((one) => one !== id) : [...leftOut, id];
  return changeEdits(draft, { leftOut: next });
}

/**
 * Stands among the hidden parts while other people's are to be hidden, whichever these are: the switch may be pressed
 * before the snapshot that names them is there. What is beside the post is theirs too.
 */
export const OTHERS = "others";

/** Stands among the hidden parts while what is beside the post is blackened on the screenshot, and nothing else. */
export const BESIDE = "beside";

/** Whether anything of other people's is known: in the post, or what it answers. */
export function hasOthers({ captured }: Draft, parts: readonly SnapshotPart[]): boolean {
  return parts.some(({ isOthers }) => isOthers) || postsOf(captured).some(({ thread }) => thread?.parent);
}

/**
 * Hides everything that seems to be other people's, or shows it again; what was hidden by hand stays so.
 *
 * @param parts those that are known by now; others that come are hidden too
 */
export function turnOthers(draft: Draft, parts: readonly SnapshotPart[], isHidden: boolean): Draft {
  const others = new Set([OTHERS, ...parts.filter(({ isOthers }) => isOthers).map(({ id }) => id)]);
  const byHand = draft.edits.hiddenParts.filter((id) => !others.has(id) && id !== BESIDE);
  const { shownParts: _shown, ...edits } = draft.edits;
  const turned = { ...draft, edits: { ...edits, hiddenParts: isHidden ? [...byHand, OTHERS] : byHand } };
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

/** The ids of what is taken out of the snapshot. */
export function hiddenIds(draft: Draft, parts: readonly SnapshotPart[]): Set<string> {
  const byHand = draft.edits.hiddenParts.filter((id) => id !== BESIDE && id !== OTHERS);
  return new Set([...byHand, ...parts.filter((part) => isPartHidden(draft, part)).map(({ id }) => id)]);
}

/** The ids of what is taken out of one snapshot of the draft. */
export function hiddenIn(draft: Draft, file: Pick<DraftFile, "id" | "parts">): string[] {
  return [...hiddenIds(draft, file.parts?.parts ?? [])].filter((id) => isPartOf(id, file));
}

/** Shows everything of one snapshot again; what is hidden in another one, and with all of other people's, stays so. */
export function showAllIn(draft: Draft, file: Pick<DraftFile, "id" | "parts">): Draft {
  const { hiddenParts, shownParts = [] } = draft.edits;
  const others = (file.parts?.parts ?? []).filter(({ isOthers }) => isOthers).map(({ id }) => id);
  const isTurned = hiddenParts.includes(OTHERS);
  return changeEdits(draft, {
    hiddenParts: hiddenParts.filter((id) => id === OTHERS || id === BESIDE || !isPartOf(id, file)),
    ...(isTurned && { shownParts: [...new Set([...shownParts, ...others])] }),
  });
}

/** Whether everything that seems to be other people's is hidden. */
export function areOthersHidden(draft: Draft, parts: readonly SnapshotPart[]): boolean {
  return (
    draft.edits.hiddenParts.includes(OTHERS) &&
    parts.every((part) => !part.isOthers || isPartHidden(draft, part))
  );
}
