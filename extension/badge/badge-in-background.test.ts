import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { sampleSnapshot } from "../../tests/support/badge-samples";
import { freshExtensionWorld } from "../../tests/support/extension-world";
import { keep, pairedWith, refusal, sampleItem } from "../../tests/support/outbox-samples";
import { type Answer, type Received, type Script, scriptedServer } from "../../tests/support/scripted-server";
import { until } from "../../tests/support/until";
import { storedConnection } from "../api/connection";
import { cachedSession } from "../api/session-cache";
import { onAlarm } from "../messaging/on-alarm";
import { storedComplaints } from "../register/complaint-copy";
import { askForBadge, refreshRegister } from "../register/refresh-register";
import { changeSettings } from "../settings/settings";
import { BADGE_REFRESH_ALARM, BADGE_TURN_ALARM, ensureRefreshAlarm } from "./badge-alarms";
import { storedBadge } from "./badge-copy";

const NOW = Date.parse("2026-12-02T09:00:00Z");
const AT_15 = Date.parse("2026-12-02T12:00:00Z");
const due = { dueToday: 1, dueInWindow: 1, open: 1, nextDueAt: [new Date(AT_15).toISOString()] };

beforeEach(() => {
  freshExtensionWorld();
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
  return () => vi.useRealTimers();
});

async function pairedServer(script: Script) {
  const server = await scriptedServer(script);
  await pairedWith(server.origin);
  return server;
}

const badgeQuestions = (server: { readonly received: readonly Received[] }) =>
  server.received.filter(({ path }) => path.startsWith("/api/badge"));

const answering =
  (answer: Answer | "hang-up"): Script =>
  () =>
    answer;
const snapshot = (mine = {}): Answer => ({
  status: 200,
  headers: { ETag: '"one"' },
  body: sampleSnapshot(mine),
});

describe("asking the server", () => {
  it("paints what it says, for the chosen window", async () => {
    await changeSettings({ badgeWindow: "next_7_days" });
    const server = await pairedServer(answering(snapshot({ ...due, overdue: 2 })));
    await askForBadge();
    expect(server.received[0]).toMatchObject({
      path: "/api/badge?window=next_7_days",
      headers: { authorization: "Bearer org.secret" },
    });
    expect(await fakeBrowser.action.getBadgeText({})).toBe("3");
    expect(await fakeBrowser.action.getBadgeBackgroundColor({})).toEqual([0xb3, 0x26, 0x1e, 255]);
    expect(await fakeBrowser.action.getTitle({})).toBe("2 overdue, 1 due by 15:00");
  });

  it("again tells the version it has, and keeps it when that is still so", async () => {
    const server = await pairedServer(answering(snapshot(due)));
    await askForBadge();
    server.answer(answering({ status: 304 }));
    vi.setSystemTime(NOW + 180_000);
    await askForBadge();
    expect(badgeQuestions(server)[1]?.headers["if-none-match"]).toBe('"one"');
    expect(await storedBadge.read()).toMatchObject({
      snapshot: sampleSnapshot(due),
      confirmedAt: new Date(NOW + 180_000).toISOString(),
      failingSince: null,
    });
  });

  it("tells no version after another window was chosen", async () => {
    const server = await pairedServer(answering(snapshot(due)));
    await askForBadge();
    await changeSettings({ badgeWindow: "next_3_days" });
    await askForBadge();
    expect(badgeQuestions(server)[1]?.headers["if-none-match"]).toBeUndefined();
  });

  it.each<[string, Answer | "hang-up"]>([
    ["hangs up", "hang-up"],
    ["fails", refusal("internal-error")],
    ["answers with a page", { status: 200, body: "<html></html>" }],
    ["sends elsewhere", { status: 302, headers: { Location: "http://127.0.0.1:1/" } }],
  ])("keeps the count and says its age when the server %s", async (_what, answer) => {
    const server = await pairedServer(answering(snapshot({ ...due, overdue: 2 })));
    await askForBadge();
    server.answer(answering(answer));
    vi.setSystemTime(NOW + 12 * 60_000);
    await askForBadge();
    expect(await fakeBrowser.action.getBadgeText({})).toBe("3");
    expect(await fakeBrowser.action.getTitle({})).toBe(
      "2 overdue, 1 due by 15:00\nThe server does not answer; data from 12 minutes ago",
    );
  });

  it("ends with asking to connect again when the token is refused", async () => {
    await pairedServer(answering(refusal("not-signed-in")));
    await askForBadge();
    expect(await storedConnection.read()).toMatchObject({ rejectedAt: new Date(NOW).toISOString() });
    expect(await fakeBrowser.action.getTitle({})).toContain("Connect again");
  });

  it("does not take a count back when an older question fails after a newer one was answered", async () => {
    let isFirst = true;
    const server = await pairedServer(async () => {
      if (!isFirst) return snapshot({ ...due, overdue: 2 });
      isFirst = false;
      await until("the second question", () => badgeQuestions(server).length === 2);
      return "hang-up";
    });
    const first = askForBadge();
    await until("the first question", () => server.received.length === 1);
    await askForBadge();
    await first;
    expect((await storedBadge.read())?.snapshot).toEqual(sampleSnapshot({ ...due, overdue: 2 }));
  });

  it("keeps nothing that a server answers after the person has left it", async () => {
    const session = { person: {}, organisation: {} };
    await pairedServer(async ({ path }) => {
      await storedConnection.remove();
      if (path.startsWith("/api/badge")) return snapshot(due);
      return { status: 200, body: { ...session, complaints: [], zone: "UTC" } };
    });
    await refreshRegister();
    expect(await storedBadge.read()).toBeNull();
    expect(await storedComplaints.read()).toBeNull();
    expect(await cachedSession.read()).toBeNull();
  });

  it("asks nobody while there is no connection", async () => {
    const server = await scriptedServer(answering(snapshot()));
    await askForBadge();
    expect(server.received).toEqual([]);
    expect(await fakeBrowser.action.getTitle({})).toBe("Otklik is not connected");
  });
});

describe("alarms", () => {
  it("are set for the very instant at which the badge turns, and paint it then without network", async () => {
    const server = await pairedServer(answering(snapshot(due)));
    await askForBadge();
    const alarm = await fakeBrowser.alarms.get(BADGE_TURN_ALARM);
    expect(alarm?.scheduledTime).toBe(AT_15);
    expect(await fakeBrowser.action.getBadgeBackgroundColor({})).toEqual([0x8a, 0x5a, 0x00, 255]);
    server.answer(answering("hang-up"));
    const asked = server.received.length;
    vi.setSystemTime(AT_15);
    await onAlarm({ name: BADGE_TURN_ALARM });
    expect(await fakeBrowser.action.getBadgeBackgroundColor({})).toEqual([0xb3, 0x26, 0x1e, 255]);
    expect(await fakeBrowser.action.getBadgeText({})).toBe("1");
    expect(server.received).toHaveLength(asked);
  });

  it("are none when nothing is to come", async () => {
    await pairedServer(answering(snapshot()));
    await askForBadge();
    expect(await fakeBrowser.alarms.get(BADGE_TURN_ALARM)).toBeUndefined();
  });

  it("for asking are made anew when the browser has forgotten them, and else left as they are", async () => {
    await ensureRefreshAlarm();
    expect(await fakeBrowser.alarms.get(BADGE_REFRESH_ALARM)).toMatchObject({
      scheduledTime: NOW + 180_000,
      periodInMinutes: 3,
    });
    vi.setSystemTime(NOW + 60_000);
    await ensureRefreshAlarm();
    expect((await fakeBrowser.alarms.get(BADGE_REFRESH_ALARM))?.scheduledTime).toBe(NOW + 180_000);
  });

  it("for asking ask, and for the list only when the badge has changed", async () => {
    const server = await pairedServer(answering(snapshot(due)));
    await onAlarm({ name: BADGE_REFRESH_ALARM });
    server.answer(answering({ status: 304 }));
    await onAlarm({ name: BADGE_REFRESH_ALARM });
    expect(server.received.map(({ path }) => path.split("?")[0])).toEqual([
      "/api/badge",
      "/api/complaints",
      "/api/badge",
    ]);
  });
});

it.each([
  ["was tried in vain", sampleItem({ attempts: 1 }), "1!"],
  ["was not accepted", sampleItem({ state: "parked" }), "1!"],
  ["is registered, but its file could not be sent", sampleItem({ state: "registered", attempts: 1 }), "1!"],
  ["is on its very first way", sampleItem(), "1"],
])("a clip that %s shows as %3$s", async (_what, item, text) => {
  await pairedServer(answering(snapshot(due)));
  await keep([item]);
  await askForBadge();
  expect(await fakeBrowser.action.getBadgeText({})).toBe(text);
});
