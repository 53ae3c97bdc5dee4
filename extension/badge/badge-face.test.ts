import { describe, expect, it } from "vitest";
import { sampleSnapshot } from "../../tests/support/badge-samples";
import { type BadgeCopy, NO_BADGE } from "./badge-copy";
import { type BadgeFacts, badgeFace } from "./badge-face";

const NOW = new Date("2026-12-02T09:00:00Z");
const AT_15 = "2026-12-02T12:00:00.000Z";
const AT_18 = "2026-12-02T15:00:00.000Z";

const RED = "#b3261e";
const AMBER = "#8a5a00";
const GREY = "#5c6470";

function copyOf(mine: Parameters<typeof sampleSnapshot>[0], organisation = mine): BadgeCopy {
  const snapshot = sampleSnapshot(mine, organisation);
  return { snapshot, etag: null, confirmedAt: NOW.toISOString(), failingSince: null };
}

function factsOf(facts: Partial<BadgeFacts>): BadgeFacts {
  return {
    copy: copyOf({}),
    connection: "connected",
    unsent: { waiting: 0, parked: 0 },
    scope: "mine",
    ...facts,
  };
}

const busy = { overdue: 3, dueToday: 2, dueInWindow: 2, open: 9, nextDueAt: [AT_15, AT_18] };

describe("text and colour", () => {
  it.each([
    ["nothing due", copyOf({}), 0, 0, "", GREY],
    ["overdue and due", copyOf(busy), 0, 0, "5", RED],
    ["due today only", copyOf({ ...busy, overdue: 0 }), 0, 0, "2", AMBER],
    ["a hundred and more", copyOf({ overdue: 100 }), 0, 0, "99+", RED],
    ["clips wait, nothing due", copyOf({}), 1, 0, "!", AMBER],
    ["clips are parked, nothing due", copyOf({}), 0, 1, "!", AMBER],
    ["clips wait beside one number", copyOf(busy), 1, 0, "5!", RED],
    ["clips wait beside two figures", copyOf({ overdue: 42 }), 1, 1, "42!", RED],
    ["clips wait beside the most that is told exactly", copyOf({ overdue: 99 }), 1, 0, "99!", RED],
    [
      "clips wait beside more: three characters, and no false count",
      copyOf({ overdue: 100 }),
      1,
      0,
      "9+!",
      RED,
    ],
    ["never heard from the server", NO_BADGE, 0, 0, "", GREY],
  ])("%s", (_what, copy, waiting, parked, text, colour) => {
    const face = badgeFace(factsOf({ copy, unsent: { waiting, parked } }), NOW, "en");
    expect(face).toMatchObject({ text, colour });
  });

  it("turn at the very instant of a due date, with no network", () => {
    const failing = { ...copyOf({ ...busy, overdue: 0 }), failingSince: NOW.toISOString() };
    const before = badgeFace(factsOf({ copy: failing }), new Date(Date.parse(AT_15) - 1), "en");
    const after = badgeFace(factsOf({ copy: failing }), new Date(AT_15), "en");
    expect([before.colour, after.colour]).toEqual([AMBER, RED]);
    expect(after.title).toContain("1 overdue");
  });

  it("are of the chosen scope", () => {
    const copy = copyOf({}, busy);
    expect(badgeFace(factsOf({ copy, scope: "mine" }), NOW, "en").text).toBe("");
    expect(badgeFace(factsOf({ copy, scope: "organisation" }), NOW, "en").text).toBe("5");
  });

  it("are those of nobody while there is no connection", () => {
    expect(badgeFace(factsOf({ copy: copyOf(busy), connection: "none" }), NOW, "en").text).toBe("");
  });
});

describe("the spoken title", () => {
  const stale = { ...copyOf(busy), failingSince: "2026-12-02T09:01:00Z" };
  const in12Minutes = new Date(NOW.getTime() + 12 * 60_000);

  it.each([
    ["counts", factsOf({ copy: copyOf(busy) }), NOW, ["3 overdue, 2 due by 18:00"]],
    [
      "says its age when the server fails, and never zero",
      factsOf({ copy: stale }),
      in12Minutes,
      ["3 overdue, 2 due by 18:00", "The server does not answer; data from 12 minutes ago"],
    ],
    [
      "says what did not get through",
      factsOf({ unsent: { waiting: 2, parked: 1 } }),
      NOW,
      ["2 clips wait to be sent", "1 clip was not accepted", "Nothing due today"],
    ],
    [
      "asks to connect again when the token is refused",
      factsOf({ copy: copyOf(busy), connection: "rejected" }),
      NOW,
      ["This browser was disconnected at the desk. Connect again.", "3 overdue, 2 due by 18:00"],
    ],
    [
      "says first what the mark is for when the token is refused",
      factsOf({ connection: "rejected", unsent: { waiting: 1, parked: 0 } }),
      NOW,
      [
        "1 clip waits to be sent",
        "This browser was disconnected at the desk. Connect again.",
        "Nothing due today",
      ],
    ],
    [
      "says first what the mark is for while there is no connection",
      factsOf({ connection: "none", unsent: { waiting: 1, parked: 0 } }),
      NOW,
      ["1 clip waits to be sent", "Otklik is not connected"],
    ],
    ["says that it is not connected", factsOf({ connection: "none" }), NOW, ["Otklik is not connected"]],
    ["says that there are no data yet", factsOf({ copy: NO_BADGE }), NOW, ["No data from the server yet"]],
  ])("%s", (_what, facts, now, lines) => {
    expect(badgeFace(facts, now, "en").title.split("\n")).toEqual(lines);
  });

  it("is Russian for who reads Russian", () => {
    const facts = factsOf({ copy: stale, unsent: { waiting: 5, parked: 0 } });
    const title = badgeFace(facts, in12Minutes, "ru").title.replaceAll("\u00a0", " ");
    expect(title.split("\n")).toEqual([
      "5 вырезок ждут отправки",
      "3 просрочено, 2 до 18:00",
      "Сервер не отвечает, данные: 12 минут назад",
    ]);
  });

  it("says its age after a long sleep too, though no request has failed", () => {
    const title = badgeFace(
      factsOf({ copy: copyOf(busy) }),
      new Date(NOW.getTime() + 10 * 60_000),
      "en",
    ).title;
    expect(title).toContain("data from 10 minutes ago");
  });
});
