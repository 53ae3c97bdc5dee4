import { describe, expect, it } from "vitest";
import { badgeAt, nextTurnAt } from "./badge-at";
import type { BadgeSnapshot } from "./badge-snapshot";
import { type BadgeWindow, dayEndAfter, windowEnd } from "./badge-window";

/** Moscow: the local day of 2 December ends at 21:00 UTC. */
const DAY_ENDS = ["2025-12-02T21:00:00.000Z", "2025-12-03T21:00:00.000Z", "2025-12-04T21:00:00.000Z"];
const AS_OF = "2025-12-02T09:00:00.000Z";

describe("badgeAt", () => {
  it.each([
    ["a millisecond before the due date", "2025-12-02T14:59:59.999Z", 0, 1, "1", "soon"],
    ["at the very instant of the due date", "2025-12-02T15:00:00.000Z", 1, 0, "1", "overdue"],
    ["long after it", "2025-12-02T20:00:00.000Z", 1, 0, "1", "overdue"],
  ])("%s", (_when, now, overdue, dueToday, text, tone) => {
    const snapshot = snapshotOf(["2025-12-02T15:00:00.000Z"]);
    expect(badgeAt(snapshot, new Date(now), "mine")).toMatchObject({ overdue, dueToday, text, tone });
  });

  it("counts a term that ends at 24:00 today as due today, and one a millisecond later as not", () => {
    const snapshot = snapshotOf(["2025-12-02T21:00:00.000Z", "2025-12-02T21:00:00.001Z"]);
    expect(badgeAt(snapshot, new Date(AS_OF), "mine")).toMatchObject({ dueToday: 1, text: "1" });
  });

  it("goes on to the next day without network: yesterday's are overdue, today's are due", () => {
    const snapshot = snapshotOf(["2025-12-02T21:00:00.000Z", "2025-12-03T21:00:00.000Z"], { overdue: 2 });
    const state = badgeAt(snapshot, new Date("2025-12-03T05:00:00.000Z"), "mine");
    expect(state).toMatchObject({ overdue: 3, dueToday: 1, dueInWindow: 1, text: "4", tone: "overdue" });
  });

  it("says nothing, calmly, when nothing is overdue or due", () => {
    const state = badgeAt(snapshotOf(["2025-12-20T21:00:00.000Z"]), new Date(AS_OF), "mine");
    expect(state).toMatchObject({ overdue: 0, dueInWindow: 0, lastDueAt: null, text: "", tone: "calm" });
  });

  it.each([
    [98, 0, "98"],
    [98, 1, "99"],
    [99, 1, "99+"],
    [100, 0, "99+"],
    [12_000, 0, "99+"],
  ])("%i overdue and %i due are shown as three characters at most", (overdue, due, text) => {
    const snapshot = snapshotOf(Array<string>(due).fill("2025-12-02T15:00:00.000Z"), { overdue });
    expect(badgeAt(snapshot, new Date(AS_OF), "mine").text).toBe(text);
  });

  it("keeps mine and the organisation's apart", () => {
    const snapshot = { ...snapshotOf([]), organisation: countsOf([], { overdue: 7, open: 9 }) };
    expect(badgeAt(snapshot, new Date(AS_OF), "mine")).toMatchObject({ overdue: 0, open: 0 });
    expect(badgeAt(snapshot, new Date(AS_OF), "organisation")).toMatchObject({ overdue: 7, open: 9 });
  });

  it("takes the snapshot's instant when the reader's clock is behind it", () => {
    const snapshot = snapshotOf(["2025-12-02T15:00:00.000Z"]);
    const state = badgeAt(snapshot, new Date("2025-11-01T00:00:00.000Z"), "mine");
    expect(state).toMatchObject({ overdue: 0, dueToday: 1 });
  });

  it("trusts the counts while the list is cut short, and takes off what has passed", () => {
    const instants = Array.from({ length: 500 }, (_, i) => new Date(Date.parse(AS_OF) + i * 1_000 + 1));
    const snapshot = snapshotOf(
      instants.map((at) => at.toISOString()),
      { dueToday: 700, dueInWindow: 700 },
    );
    expect(badgeAt(snapshot, new Date(AS_OF), "mine").dueToday).toBe(700);
    const later = badgeAt(snapshot, new Date(Date.parse(AS_OF) + 9_001), "mine");
    expect(later).toMatchObject({ overdue: 10, dueToday: 690, dueInWindow: 690 });
  });

  it("says nothing of today by counts of yesterday", () => {
    const snapshot = snapshotOf([], { dueToday: 700, dueInWindow: 700 });
    const state = badgeAt(snapshot, new Date("2025-12-02T21:00:00.000Z"), "mine");
    expect(state).toMatchObject({ dueToday: 0, dueInWindow: 0 });
  });

  it.each<[BadgeWindow, number, string, string]>([
    ["today", 1, "soon", "2025-12-02T21:00:00.000Z"],
    ["next_24_hours", 2, "soon", "2025-12-03T09:00:00.000Z"],
    ["next_3_days", 4, "soon", "2025-12-04T21:00:00.000Z"],
    ["next_7_days", 5, "soon", "2025-12-08T21:00:00.000Z"],
  ])("the window %s takes in its last instant and no later one", (window, dueInWindow, tone, lastDueAt) => {
    const snapshot = snapshotOf(
      [
        "2025-12-02T21:00:00.000Z",
        "2025-12-03T09:00:00.000Z",
        "2025-12-03T09:00:00.001Z",
        "2025-12-04T21:00:00.000Z",
        "2025-12-08T21:00:00.000Z",
        "2025-12-08T21:00:00.001Z",
      ],
      {},
      window,
    );
    const state = badgeAt(snapshot, new Date(AS_OF), "mine");
    expect(state).toMatchObject({ dueInWindow, tone, lastDueAt });
  });
});

describe("nextTurnAt", () => {
  it.each<[string, BadgeWindow, string[], string, string | null]>([
    ["the next due date", "today", ["2025-12-02T15:00:00.000Z"], AS_OF, "2025-12-02T15:00:00.000Z"],
    [
      "the one after a due date that is passing at this instant",
      "today",
      ["2025-12-02T15:00:00.000Z", "2025-12-02T16:00:00.000Z"],
      "2025-12-02T15:00:00.000Z",
      "2025-12-02T16:00:00.000Z",
    ],
    [
      "the end of the day, when tomorrow's become today's",
      "today",
      ["2025-12-03T15:00:00.000Z"],
      AS_OF,
      DAY_ENDS[0] ?? null,
    ],
    [
      "24 hours before a due date that a sliding window does not reach yet",
      "next_24_hours",
      ["2025-12-03T10:00:00.000Z"],
      AS_OF,
      "2025-12-02T10:00:00.000Z",
    ],
    ["nothing when nothing is to come", "today", ["2025-12-02T09:00:00.000Z"], AS_OF, null],
  ])("%s", (_turn, window, dueAt, now, turnsAt) => {
    expect(nextTurnAt(snapshotOf(dueAt, {}, window), new Date(now), "mine")).toBe(turnsAt);
  });

  it("walks through every change that badgeAt makes, and ends", () => {
    const snapshot = snapshotOf(
      ["2025-12-02T15:00:00.000Z", "2025-12-03T15:00:00.000Z", "2025-12-04T21:00:00.000Z"],
      {},
      "next_24_hours",
    );
    const states: string[] = [];
    for (let now: string | null = AS_OF; now !== null; now = nextTurnAt(snapshot, new Date(now), "mine")) {
      const { overdue, dueToday, dueInWindow } = badgeAt(snapshot, new Date(now), "mine");
      states.push(`${now.slice(5, 16)} ${overdue}/${dueToday}/${dueInWindow}`);
    }
    expect(states).toEqual([
      "12-02T09:00 0/1/1",
      "12-02T15:00 1/0/1",
      "12-02T21:00 1/1/1",
      "12-03T15:00 2/0/0",
      "12-03T21:00 2/1/1",
      "12-04T21:00 3/0/0",
    ]);
  });
});

describe("dayEndAfter", () => {
  it.each([
    ["the first listed end after now", AS_OF, 1, "2025-12-02T21:00:00.000Z"],
    ["not the end that is now", "2025-12-02T21:00:00.000Z", 1, "2025-12-03T21:00:00.000Z"],
    ["the last listed end", "2025-12-04T20:59:59.999Z", 1, "2025-12-04T21:00:00.000Z"],
    ["whole days past the list", "2025-12-04T21:00:00.000Z", 1, "2025-12-05T21:00:00.000Z"],
    ["weeks past the list", "2025-12-24T22:00:00.000Z", 1, "2025-12-25T21:00:00.000Z"],
    ["some days listed, some past the list", AS_OF, 7, "2025-12-08T21:00:00.000Z"],
  ])("%s", (_rule, now, count, end) => {
    expect(new Date(dayEndAfter(Date.parse(now), DAY_ENDS, count)).toISOString()).toBe(end);
  });

  it("looks a day ahead when no day end is listed", () => {
    expect(dayEndAfter(1_000, [])).toBe(86_401_000);
    expect(windowEnd("today", 1_000, [])).toBe(86_401_000);
  });
});

function snapshotOf(
  nextDueAt: string[],
  counts: Partial<BadgeSnapshot["mine"]> = {},
  window: BadgeWindow = "today",
): BadgeSnapshot {
  const zone = "Europe/Moscow";
  const mine = countsOf(nextDueAt, counts);
  return { asOf: AS_OF, window, zone, dayEndsAt: DAY_ENDS, mine, organisation: countsOf([], {}) };
}

function countsOf(nextDueAt: string[], counts: Partial<BadgeSnapshot["mine"]>): BadgeSnapshot["mine"] {
  return { overdue: 0, dueToday: 0, dueInWindow: 0, open: 0, nextDueAt, ...counts };
}
