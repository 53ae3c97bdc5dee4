import fc from "fast-check";
import { expect, it } from "vitest";
import { dayEndsFrom } from "../deadline/time/zone";
import { badgeAt, nextTurnAt } from "./badge-at";
import type { BadgeSnapshot } from "./badge-snapshot";
import { BADGE_WINDOWS, windowEnd } from "./badge-window";

const AS_OF = "2026-03-27T09:17:00.000Z";
const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;

/** Complaints due within ten days of the snapshot, over the night when clocks in Berlin change. */
const SNAPSHOT = fc
  .record({
    window: fc.constantFrom(...BADGE_WINDOWS),
    overdue: fc.nat({ max: 120 }),
    minutes: fc.array(fc.integer({ min: 1, max: 10 * DAY_MINUTES }), { maxLength: 30 }),
  })
  .map(({ window, overdue, minutes }): BadgeSnapshot => {
    const sorted = minutes.toSorted((one, other) => one - other);
    const nextDueAt = sorted.map((minute) => instant(minute * MINUTE));
    const dayEndsAt = dayEndsFrom(AS_OF, "Europe/Berlin", 21);
    const due = (end: number) => nextDueAt.filter((at) => Date.parse(at) <= end).length;
    const counts = {
      overdue,
      dueToday: due(windowEnd("today", Date.parse(AS_OF), dayEndsAt)),
      dueInWindow: due(windowEnd(window, Date.parse(AS_OF), dayEndsAt)),
      open: overdue + nextDueAt.length,
      nextDueAt,
    };
    return { asOf: AS_OF, window, zone: "Europe/Berlin", dayEndsAt, mine: counts, organisation: counts };
  });
const LATER = fc.nat({ max: 12 * DAY_MINUTES * MINUTE });

it("counts at any later instant what the server would count", () => {
  fc.assert(
    fc.property(SNAPSHOT, LATER, (snapshot, later) => {
      const now = Date.parse(instant(later));
      const { overdue, nextDueAt } = snapshot.mine;
      const due = nextDueAt.map((at) => Date.parse(at));
      const between = (end: number) => due.filter((at) => at > now && at <= end).length;
      expect(badgeAt(snapshot, new Date(now), "mine")).toMatchObject({
        overdue: overdue + due.filter((at) => at <= now).length,
        dueToday: between(windowEnd("today", now, snapshot.dayEndsAt)),
        dueInWindow: between(windowEnd(snapshot.window, now, snapshot.dayEndsAt)),
      });
    }),
  );
});

it("never changes between two turns", () => {
  fc.assert(
    fc.property(SNAPSHOT, LATER, fc.double({ min: 0, max: 1, noNaN: true }), (snapshot, later, share) => {
      const now = Date.parse(instant(later));
      const turn = nextTurnAt(snapshot, new Date(now), "mine");
      const end = turn === null ? now + 40 * DAY_MINUTES * MINUTE : Date.parse(turn);
      expect(end).toBeGreaterThan(now);
      const between = now + Math.floor((end - 1 - now) * share);
      expect(badgeAt(snapshot, new Date(between), "mine")).toEqual(badgeAt(snapshot, new Date(now), "mine"));
    }),
  );
});

function instant(millisecondsLater: number): string {
  return new Date(Date.parse(AS_OF) + millisecondsLater).toISOString();
}
