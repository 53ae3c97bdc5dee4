import type { TimeLimit } from "@otklik/shared/deadline/regulation/regulation";
import type { DraftWork } from "./draft-work";

/** Goes up whenever the shape below changes: what an older page has kept is then not read. */
const SHAPE = 1;

/** Work that the server has not got yet, with the draft from which it was begun. */
export interface KeptWork {
  /** Of the draft at the server; 0 when there was none. */
  readonly revision: number;
  readonly base: readonly TimeLimit[];
  readonly work: DraftWork;
}

const keyOf = (personId: string) => `otklik.draft.regulation.${personId}`;

/** What this tab has kept for the person; null when there is nothing. */
export function readKeptWork(personId: string): KeptWork | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(personId)) ?? "null");
    return isKept(kept) ? kept.kept : null;
  } catch {
    return null;
  }
}

/** Keeps the work in this tab, so that a lost connection, a session that ends or a page loaded again takes nothing. */
export function keepWork(personId: string, kept: KeptWork): void {
  try {
    sessionStorage.setItem(keyOf(personId), JSON.stringify({ shape: SHAPE, kept }));
  } catch {
    // Storage is forbidden or full: the work lives as long as the page.
  }
}

/** Forgets the work that this tab has kept for the person. */
export function forgetKeptWork(personId: string): void {
  try {
    sessionStorage.removeItem(keyOf(personId));
  } catch {
    // There is nothing to forget.
  }
}

/** Only this file writes there, so the number of the shape vouches for the rest. */
function isKept(value: unknown): value is { readonly shape: number; readonly kept: KeptWork } {
  return typeof value === "object" && value !== null && "shape" in value && value.shape === SHAPE;
}
