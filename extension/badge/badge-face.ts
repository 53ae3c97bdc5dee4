import { type BadgeScope, type BadgeTone, badgeAt } from "@otklik/shared/badge/badge-at";
import { sayBadge } from "@otklik/shared/badge/say-badge";
import type { Locale } from "@otklik/shared/people/locale";
import { sayShell } from "../messages/shell";
import type { Unsent } from "../outbox/unsent";
import type { BadgeCopy } from "./badge-copy";
import { sayAge } from "./say-age";
import { staleForMs } from "./stale";

export type ConnectionState = "none" | "rejected" | "connected";

/** All that the badge depends on. */
export interface BadgeFacts {
  readonly copy: BadgeCopy;
  readonly connection: ConnectionState;
  readonly unsent: Unsent;
  readonly scope: BadgeScope;
}

export interface BadgeFace {
  /** At most three narrow characters: Firefox cuts what is wider. */
  readonly text: string;
  readonly colour: string;
  /** What a screen reader says and the mouse shows. */
  readonly title: string;
}

/** White stands on each of them with a contrast of 4.5 or more. */
const COLOURS: Readonly<Record<BadgeTone, string>> = { overdue: "#b3261e", soon: "#8a5a00", calm: "#5c6470" };

/** The badge at an instant. What the server last said is counted on; it never falls back to zero. */
export function badgeFace(facts: BadgeFacts, now: Date, locale: Locale): BadgeFace {
  const { copy, connection, unsent, scope } = facts;
  const isMarked = unsent.waiting + unsent.parked > 0;
  const state = connection === "none" || copy.snapshot === null ? null : badgeAt(copy.snapshot, now, scope);
  const tone = state?.tone ?? "calm";
  return {
    text: withMark(state?.text ?? "", isMarked),
    colour: COLOURS[tone === "calm" && isMarked ? "soon" : tone],
    title: titleOf(facts, now, locale).join("\n"),
  };
}

function titleOf({ copy, connection, unsent, scope }: BadgeFacts, now: Date, locale: Locale): string[] {
  // First what the mark on the badge is for: a count alone would say that all is well.
  const lines: string[] = [];
  if (unsent.waiting > 0) lines.push(sayShell(locale, "badge.waiting", { count: unsent.waiting }));
  if (unsent.parked > 0) lines.push(sayShell(locale, "badge.parked", { count: unsent.parked }));
  if (connection === "rejected") lines.push(sayShell(locale, "badge.rejected"));
  if (connection === "none") lines.push(sayShell(locale, "badge.notConnected"));
  else if (copy.snapshot === null) lines.push(sayShell(locale, "badge.noData"));
  else lines.push(sayBadge(locale, badgeAt(copy.snapshot, now, scope), now, copy.snapshot.zone));
  const staleMs = connection === "connected" ? staleForMs(copy, now) : null;
  if (staleMs !== null) lines.push(sayShell(locale, "badge.stale", { age: sayAge(locale, staleMs) }));
  return lines;
}

/** The mark takes the third place. A "99+" that lost its plus would be a false count, so it says "more than nine". */
function withMark(text: string, isMarked: boolean): string {
  if (!isMarked) return text;
  return text.length > 2 ? "9+!" : `${text}!`;
}
