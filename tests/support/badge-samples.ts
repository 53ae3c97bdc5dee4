import type { BadgeCounts, BadgeSnapshot } from "@otklik/shared/badge/badge-snapshot";

const NOTHING: BadgeCounts = { overdue: 0, dueToday: 0, dueInWindow: 0, open: 0, nextDueAt: [] };

/** What `GET /api/badge` says at noon in Moscow on 2 December 2026. */
export function sampleSnapshot(mine: Partial<BadgeCounts> = {}, organisation = mine): BadgeSnapshot {
  return {
    asOf: "2026-12-02T09:00:00.000Z",
    window: "today",
    zone: "Europe/Moscow",
    dayEndsAt: ["2026-12-02T21:00:00.000Z", "2026-12-03T21:00:00.000Z", "2026-12-04T21:00:00.000Z"],
    mine: { ...NOTHING, ...mine },
    organisation: { ...NOTHING, ...organisation },
  };
}
