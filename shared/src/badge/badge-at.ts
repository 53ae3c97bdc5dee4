import type { Instant } from "../deadline/vocabulary";
import type { BadgeSnapshot } from "./badge-snapshot";
import { type BadgeWindow, dayEndAfter, slides, windowEnd } from "./badge-window";

/** Whose complaints are counted. */
export type BadgeScope = "mine" | "organisation";
export type BadgeTone = "overdue" | "soon" | "calm";

/** What the toolbar badge says at one instant. */
export interface BadgeState {
  /** A complaint is overdue from the very instant of its due date. */
  readonly overdue: number;
  /** Due after now, up to 24:00 today. */
  readonly dueToday: number;
  /** How far ahead it looks. */
  readonly window: BadgeWindow;
  /** Due after now, up to the end of the chosen window. */
  readonly dueInWindow: number;
  /** The last of those due in the window; null when there is none. */
  readonly lastDueAt: Instant | null;
  readonly open: number;
  /** At most three narrow characters; empty when nothing is overdue or due. */
  readonly text: string;
  readonly tone: BadgeTone;
}

/**
 * The badge at an instant, by what the server last said: each coming due date that has passed
 * since turns a complaint from due to overdue, so that no network is needed.
 *
 * @param now the reader's clock; one that is behind the snapshot is taken to be at the snapshot
 */
export function badgeAt(snapshot: BadgeSnapshot, now: Date, scope: BadgeScope): BadgeState {
  const counts = snapshot[scope];
  const at = notBefore(snapshot, now);
  const { passed, coming } = split(counts.nextDueAt, at);
  const overdue = counts.overdue + passed;
  const todayEnd = dayEndAfter(at, snapshot.dayEndsAt);
  const isSameDay = todayEnd === dayEndAfter(Date.parse(snapshot.asOf), snapshot.dayEndsAt);
  const inWindow = dueBy(coming, windowEnd(snapshot.window, at, snapshot.dayEndsAt));
  // The list may be cut short, and then the counts know of more; but those of yesterday say nothing of today.
  const knownToday = isSameDay ? counts.dueToday - passed : 0;
  const knownInWindow = isSameDay || snapshot.window !== "today" ? counts.dueInWindow - passed : 0;
  const dueToday = Math.max(dueBy(coming, todayEnd).length, knownToday);
  const dueInWindow = Math.max(inWindow.length, knownInWindow);
  return {
    overdue,
    dueToday,
    window: snapshot.window,
    dueInWindow,
    lastDueAt: inWindow.at(-1) ?? null,
    open: counts.open,
    text: badgeText(overdue + dueInWindow),
    tone: overdue > 0 ? "overdue" : dueToday > 0 ? "soon" : "calm",
  };
}

/**
 * The next instant at which `badgeAt` may say something else: set an alarm for it.
 *
 * @returns always later than now; null when nothing that the snapshot knows of is still to come
 */
export function nextTurnAt(snapshot: BadgeSnapshot, now: Date, scope: BadgeScope): Instant | null {
  const at = notBefore(snapshot, now);
  const { coming } = split(snapshot[scope].nextDueAt, at);
  const [nextDue] = coming;
  if (nextDue === undefined) return null;
  const turns = [Date.parse(nextDue), dayEndAfter(at, snapshot.dayEndsAt)];
  if (slides(snapshot.window)) {
    const end = windowEnd(snapshot.window, at, snapshot.dayEndsAt);
    const beyond = coming.at(dueBy(coming, end).length);
    // Such a window takes in a complaint as long before its due date as the window is wide.
    if (beyond !== undefined) turns.push(Date.parse(beyond) - (end - at));
  }
  return new Date(Math.min(...turns)).toISOString();
}

function badgeText(count: number): string {
  if (count === 0) return "";
  return count > 99 ? "99+" : String(count);
}

function notBefore(snapshot: BadgeSnapshot, now: Date): number {
  return Math.max(now.getTime(), Date.parse(snapshot.asOf));
}

/** Complaints whose due date has come by an instant, and the due dates still to come. */
function split(dueAt: readonly Instant[], at: number): { passed: number; coming: readonly Instant[] } {
  const passed = dueBy(dueAt, at).length;
  return { passed, coming: dueAt.slice(passed) };
}

function dueBy(dueAt: readonly Instant[], end: number): readonly Instant[] {
  return dueAt.filter((due) => Date.parse(due) <= end);
}
