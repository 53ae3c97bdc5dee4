import type { TimeLimit } from "@otklik/shared/deadline/regulation/regulation";
import type { RegulationDraft } from "@otklik/shared/settings/regulation-settings";
import { areSameRules } from "../compare-rules";
import { type DraftWork, withMissing, workOf } from "./draft-work";
import type { KeptWork } from "./kept-work";
import { type Clash, type Merged, mergeTheirs } from "./merge-theirs";

/** The draft as the server has it; revision 0 and the present rules when there is none yet. */
export interface SavedDraft {
  readonly revision: number;
  readonly timeLimits: readonly TimeLimit[];
}

/** What the desk of the draft begins with. */
export interface OpenedDraft {
  readonly saved: SavedDraft;
  /** From which draft the work was begun: another one until a clash is settled. */
  readonly base: SavedDraft;
  readonly work: DraftWork;
  /** What this tab had kept is on the screen again. */
  readonly isRestored: boolean;
  /** Somebody has changed the same rules meanwhile. */
  readonly clashes: readonly Clash[];
  /** The draft from which the kept work was begun is there no more. */
  readonly isGone: boolean;
}

/** The draft of the server, 0 and the present rules when there is none. */
export function savedDraftOf(draft: RegulationDraft | null, present: readonly TimeLimit[]): SavedDraft {
  return draft === null ? { revision: 0, timeLimits: present } : draft;
}

/** Opens the draft with what this tab has kept of it; what somebody else saved since is brought together with it. */
export function openDraft(
  draft: RegulationDraft | null,
  present: readonly TimeLimit[],
  kept: KeptWork | null,
): OpenedDraft {
  const saved = savedDraftOf(draft, present);
  const opened = { saved, base: saved, isRestored: kept !== null, clashes: [], isGone: false };
  if (kept === null) return { ...opened, work: workOf(saved.timeLimits, present) };
  if (kept.revision === saved.revision && areSameRules(kept.base, saved.timeLimits)) {
    return { ...opened, work: kept.work };
  }
  const base = { revision: kept.revision, timeLimits: kept.base };
  if (draft === null && kept.revision > 0) {
    return { ...opened, base, work: withMissing(kept.work, present), isGone: true };
  }
  const merged = mergeTheirs(kept.work, kept.base, saved.timeLimits);
  return { ...opened, ...merged, base: merged.clashes.length > 0 ? base : saved };
}

/**
 * Carries the work over to the rules that are present now, when the draft that it was in is gone: published as it
 * was, or discarded while another version was published.
 *
 * @param saved the draft as it was last at the server
 * @param begunFrom the rules that were present when the work began
 */
export function carryOver(
  work: DraftWork,
  saved: readonly TimeLimit[],
  begunFrom: readonly TimeLimit[],
  present: readonly TimeLimit[],
): Merged {
  const base = areSameRules(present, saved) ? saved : begunFrom;
  const merged = mergeTheirs(work, base, present);
  return { ...merged, work: withMissing(merged.work, present) };
}
