import type { BadgeSnapshot } from "@otklik/shared/badge/badge-snapshot";
import { localItem } from "../settings/local-item";

/** What the server last said of the badge; enough to go on counting without it. */
export interface BadgeCopy {
  /** Null when the server has never answered. */
  readonly snapshot: BadgeSnapshot | null;
  readonly etag: string | null;
  /** When the server last said or confirmed it, by our clock. */
  readonly confirmedAt: string | null;
  /** Since when it does not answer; null while it does. */
  readonly failingSince: string | null;
}

export const storedBadge = localItem<BadgeCopy>("badge");

export const NO_BADGE: BadgeCopy = { snapshot: null, etag: null, confirmedAt: null, failingSince: null };
