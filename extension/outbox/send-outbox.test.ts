import type { RegisterComplaint } from "@otklik/shared/complaint/complaint";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { freshExtensionWorld } from "../../tests/support/extension-world";
import {
  keep,
  pairedWith,
  problemOf,
  readItems,
  receiptOf,
  refusal,
  sampleItem,
} from "../../tests/support/outbox-samples";
import { type Answer, type Script, scriptedServer } from "../../tests/support/scripted-server";
import { storedConnection } from "../api/connection";
import { changeSettings } from "../settings/settings";
import { OUTBOX_ALARM } from "./outbox-alarm";
import { storedPause } from "./outbox-pause";
import { storedReceipts } from "./receipts";
import { sendNow, sendOutbox } from "./send-outbox";

const NOW = Date.parse("2026-12-02T09:00:00Z");
const REGISTER = "/api/complaints";

beforeEach(() => {
  freshExtensionWorld();
  // The clock stands, so that instants can be told exactly; the network goes on.
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"], now: NOW });
  return () => vi.useRealTimers();
});

/** A server that answers to registrations only, and is paired with. */
async function pairedServer(answer: (complaint: RegisterComplaint) => Answer | "hang-up") {
  const script: Script = ({ method, path, json }) =>
    method === "POST" && path === REGISTER ? answer(json as RegisterComplaint) : refusal("not-found");
  const server = await scriptedServer(script);
  await pairedWith(server.origin);
  return server;
}

const accepted = (complaint: RegisterComplaint): Answer => ({ status: 201, body: receiptOf(complaint) });

describe("an accepted clip", () => {
  it.each([201, 200])("leaves on %i and its receipt is kept", async (status) => {
    const item = sampleItem();
    await keep([item]);
    const server = await pairedServer((complaint) => ({ status, body: receiptOf(complaint, 142) }));
    await sendOutbox(false);
    expect(await readItems()).toEqual([]);
    expect(await storedReceipts.read()).toMatchObject([{ id: item.id, incomingNumber: "2026-000142" }]);
    expect(server.to("POST", REGISTER)[0]).toMatchObject({
      json: item.request,
      headers: { authorization: "Bearer org.secret" },
    });
  });

  it("brings the badge anew", async () => {
    await keep([sampleItem()]);
    const server = await pairedServer(accepted);
    await sendOutbox(false);
    expect(server.received.map(({ path }) => path)).toContain("/api/badge?window=today");
  });

  it.each([
    ["says nothing of it", { status: 201, body: "<html>Welcome to the hotel</html>" }],
    ["speaks of another clip", { status: 201, body: receiptOf({ id: crypto.randomUUID() }) }],
  ])("is not taken for accepted when the answer %s", async (_what, answer) => {
    await keep([sampleItem()]);
    await pairedServer(() => answer);
    await sendOutbox(false);
    expect(await readItems()).toMatchObject([{ state: "queued", receipt: null }]);
    expect(await storedPause.read()).toMatchObject({ cause: "busy", by: "us" });
  });
});

describe("a clip that is not accepted", () => {
  it.each([
    "invalid-request",
    "topic-unknown",
    "clip-id-reused",
    "malformed-json",
    "body-too-large",
    "not-allowed",
  ] as const)("is parked on %s and does not hold up the next", async (code) => {
    const [bad, good] = [sampleItem(), sampleItem()];
    await keep([bad, good]);
    await pairedServer((complaint) => (complaint.id === bad.id ? refusal(code) : accepted(complaint)));
    await sendOutbox(false);
    expect(await readItems()).toMatchObject([{ id: bad.id, state: "parked", problem: problemOf(code) }]);
    expect(await storedReceipts.read()).toMatchObject([{ id: good.id }]);
    expect(await fakeBrowser.alarms.get(OUTBOX_ALARM)).toBeUndefined();
  });

  it("is told about by a notice", async () => {
    await keep([sampleItem()]);
    await pairedServer(() => refusal("topic-unknown"));
    await sendOutbox(false);
    expect(Object.values(fakeBrowser.notifications.getAllCreateOptions())).toMatchObject([
      { message: "1 clip needs you: correct it or save it to a file." },
    ]);
  });

  it.each([
    ["the person does not want to be told", async () => changeSettings({ notifyParked: false })],
    [
      "a page of ours shows it",
      async () => {
        const contexts = [{ contextType: "SIDE_PANEL" }];
        fakeBrowser.runtime.getContexts = async () => contexts as never;
      },
    ],
  ])("brings no notice when %s", async (_when, prepare) => {
    await keep([sampleItem()]);
    await pairedServer(() => refusal("topic-unknown"));
    await prepare();
    await sendOutbox(false);
    expect(fakeBrowser.notifications.getAllCreateOptions()).toEqual({});
  });
});

describe("a server that does not take anything now", () => {
  it.each<[string, Answer | "hang-up", "busy" | "unreachable"]>([
    ["hangs up", "hang-up", "unreachable"],
    ["sends elsewhere", { status: 302, headers: { Location: "http://127.0.0.1:1/" } }, "unreachable"],
    ["is too busy", refusal("unavailable"), "busy"],
    ["has too many requests", refusal("too-many-requests"), "busy"],
    ["has a full disk", refusal("storage-full"), "busy"],
    ["is hidden by a proxy", { status: 502, body: "<html>Bad gateway</html>" }, "busy"],
    ["is not the one behind this address", { status: 404, body: "<html>Not found</html>" }, "busy"],
  ])("RATE-01 makes all clips wait, in order, when it %s", async (_what, answer, cause) => {
    const items = [sampleItem(), sampleItem()];
    await keep(items);
    const server = await pairedServer(() => answer);
    server.answer((request) => (request.method === "POST" ? answer : refusal("not-found")));
    await sendOutbox(false);
    expect(await readItems()).toMatchObject([
      { id: items[0]?.id, state: "queued", attempts: 1 },
      { id: items[1]?.id, state: "queued", attempts: 1 },
    ]);
    const pause = await storedPause.read();
    expect(pause).toMatchObject({ cause, by: "us", attempts: 1 });
    const waitMs = Date.parse(pause?.until ?? "") - NOW;
    expect(waitMs).toBeGreaterThanOrEqual(1_000);
    expect(waitMs).toBeLessThanOrEqual(2_000);
    expect((await fakeBrowser.alarms.get(OUTBOX_ALARM))?.scheduledTime).toBe(NOW + waitMs);
  });

  it("RATE-01 is left alone until the pause ends, and then gets the clips in order", async () => {
    const items = [sampleItem(), sampleItem()];
    await keep(items);
    const server = await pairedServer(() => "hang-up");
    server.answer(() => "hang-up");
    await sendOutbox(false);
    const asked = server.received.length;
    await sendOutbox(false);
    expect(server.received).toHaveLength(asked);
    vi.setSystemTime(NOW + 2_000);
    server.answer(({ json }) => registersAll(json));
    await sendOutbox(false);
    expect((await storedReceipts.read())?.map(({ incomingNumber }) => incomingNumber)).toEqual([
      "2026-000002",
      "2026-000001",
    ]);
    expect(await storedPause.read()).toBeNull();
  });

  it("waits longer after each failure", async () => {
    await keep([sampleItem()]);
    const server = await pairedServer(() => "hang-up");
    server.answer(() => "hang-up");
    for (let failure = 1; failure <= 4; failure++) await sendOutbox(true);
    const waitMs = Date.parse((await storedPause.read())?.until ?? "") - NOW;
    expect(waitMs).toBeGreaterThanOrEqual(8_000);
    expect(waitMs).toBeLessThanOrEqual(16_000);
  });

  it.each([
    ["seconds", "120", NOW + 120_000],
    ["a date", "Wed, 02 Dec 2026 09:05:00 GMT", NOW + 300_000],
  ])("is obeyed when it says Retry-After in %s, also in a hurry", async (_form, header, until) => {
    await keep([sampleItem()]);
    const server = await pairedServer(() => refusal("too-many-requests", { "Retry-After": header }));
    await sendOutbox(false);
    expect(await storedPause.read()).toMatchObject({ by: "server", until: new Date(until).toISOString() });
    await sendNow();
    vi.setSystemTime(until - 1);
    await sendOutbox(true);
    expect(server.to("POST", REGISTER)).toHaveLength(1);
    vi.setSystemTime(until);
    await sendOutbox(false);
    expect(server.to("POST", REGISTER)).toHaveLength(2);
  });

  it("is asked at once when a person hurries and it did not say how long", async () => {
    await keep([sampleItem()]);
    const server = await pairedServer(() => refusal("unavailable"));
    await sendOutbox(false);
    await sendNow();
    expect(server.to("POST", REGISTER)).toHaveLength(2);
  });
});

describe("a clip on which the server fails", () => {
  it("waits by itself and lets the next one pass", async () => {
    const [poison, good] = [sampleItem(), sampleItem()];
    await keep([poison, good]);
    await pairedServer((complaint) =>
      complaint.id === poison.id ? refusal("internal-error") : accepted(complaint),
    );
    await sendOutbox(false);
    const [left, ...others] = await readItems();
    expect(others).toEqual([]);
    expect(left).toMatchObject({ id: poison.id, state: "queued", problem: { code: "internal-error" } });
    const nextAttemptAt = Date.parse(left?.nextAttemptAt ?? "");
    expect(nextAttemptAt).toBeGreaterThanOrEqual(NOW + 30_000);
    expect((await fakeBrowser.alarms.get(OUTBOX_ALARM))?.scheduledTime).toBe(nextAttemptAt);
  });

  it("counts as the server's own failure when the next one fails too", async () => {
    await keep([sampleItem(), sampleItem(), sampleItem()]);
    const server = await pairedServer(() => refusal("internal-error"));
    await sendOutbox(false);
    expect(server.to("POST", REGISTER)).toHaveLength(2);
    expect(await storedPause.read()).toMatchObject({ cause: "busy" });
  });

  it("does not starve those behind two of its kind", async () => {
    const [one, two, good] = [sampleItem(), sampleItem(), sampleItem()];
    await keep([one, two, good]);
    await pairedServer((complaint) =>
      complaint.id === good.id ? accepted(complaint) : refusal("internal-error"),
    );
    await sendOutbox(false);
    vi.setSystemTime(Date.parse((await storedPause.read())?.until ?? ""));
    await sendOutbox(false);
    expect(await readItems()).toMatchObject([{ id: one.id }, { id: two.id }]);
    expect(await storedReceipts.read()).toMatchObject([{ id: good.id }]);
  });
});

describe("a token that is refused", () => {
  it("stops the whole outbox and asks to pair again", async () => {
    await keep([sampleItem(), sampleItem()]);
    const server = await pairedServer(() => refusal("not-signed-in"));
    server.answer(() => refusal("not-signed-in"));
    await sendOutbox(false);
    expect(await storedConnection.read()).toMatchObject({ rejectedAt: new Date(NOW).toISOString() });
    expect(await readItems()).toMatchObject([{ state: "queued" }, { state: "queued" }]);
    expect(await fakeBrowser.action.getTitle({})).toContain("Connect again");
    const asked = server.received.length;
    await sendOutbox(true);
    expect(server.received).toHaveLength(asked);
  });

  it("is not blamed on a newer pairing", async () => {
    await keep([sampleItem()]);
    const server = await pairedServer(() => refusal("not-signed-in"));
    server.answer(async () => {
      await pairedWith("http://127.0.0.1:9");
      await storedConnection.write({
        origin: "http://127.0.0.1:9",
        token: "org.newer",
        deviceId: "device",
        pairedAt: new Date().toISOString(),
        rejectedAt: null,
      });
      return refusal("not-signed-in");
    });
    await sendOutbox(false);
    expect(await storedConnection.read()).toMatchObject({ token: "org.newer", rejectedAt: null });
  });
});

it("keeps clips and asks nobody while there is no connection", async () => {
  await keep([sampleItem()]);
  await sendOutbox(true);
  expect(await readItems()).toMatchObject([{ state: "queued", attempts: 0 }]);
  expect(await fakeBrowser.action.getBadgeText({})).toBe("!");
});

function registersAll(json: unknown): Answer {
  const complaints = (json as { complaints?: RegisterComplaint[] } | null)?.complaints ?? [];
  const results = complaints.map((complaint, index) => ({
    status: 201,
    complaint: receiptOf(complaint, index + 1),
  }));
  return { status: 200, body: { results } };
}
