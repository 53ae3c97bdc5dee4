import { beforeEach, describe, expect, it, vi } from "vitest";
import { freshExtensionWorld } from "../../tests/support/extension-world";
import { pairedWith, refusal } from "../../tests/support/outbox-samples";
import { type Answer, scriptedServer } from "../../tests/support/scripted-server";
import { storedConnection } from "../api/connection";
import { type CapturedPage, NO_FIELDS } from "../clip/captured-page";
import { cachedCorrections, correctionsIn } from "./corrections-cache";
import { noteCapture, storedHealth } from "./health-store";
import { refreshCorrections } from "./refresh-corrections";
import { reportHealth } from "./report-health";

const NOW = Date.parse("2026-11-12T11:00:00Z");
const HOUR = 3_600_000;

beforeEach(() => {
  freshExtensionWorld();
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
  return () => vi.useRealTimers();
});

function captured(changes: Partial<CapturedPage> = {}): CapturedPage {
  return {
    ...NO_FIELDS,
    narrative: "Где заказ?",
    author: { name: "Варвара", handle: null, profileUrl: null, platformId: null },
    attachments: [],
    sources: { narrative: "adapter", author: "adapter", permalink: "adapter" },
    confidence: {},
    missing: { rating: "not_shown", mail: "reader_failed" },
    title: "",
    url: "https://vk.com/",
    channel: "social",
    adapter: "vk",
    more: [],
    place: { box: null, viewport: { width: 1, height: 1 }, visual: { x: 0, y: 0, scale: 1 } },
    notes: [],
    ...changes,
  };
}

async function paired(answer: () => Answer | "hang-up") {
  const server = await scriptedServer(answer);
  await pairedWith(server.origin);
  const connection = await storedConnection.read();
  if (connection === null) throw new Error("Not paired");
  return { server, connection };
}

const sent = (server: Awaited<ReturnType<typeof scriptedServer>>) =>
  server.to("POST", "/api/sites/health").map(({ json }) => json);

describe("what is counted", () => {
  it("is which fields of an adapter were found and which were missed, and no word of them", async () => {
    await noteCapture(captured());
    await noteCapture(captured({ permalink: "https://vk.com/wall-1_2" }));
    await noteCapture(captured({ adapter: "any-page", site: "vk", sources: {}, notes: ["site-not-read"] }));
    expect((await storedHealth.read())?.counts).toEqual([
      {
        adapter: "vk",
        day: "2026-11-12",
        read: 2,
        fellBack: 1,
        filled: { narrative: 2, author: 2, permalink: 1 },
        missed: { permalink: 1, postedAt: 2, mail: 2 },
      },
    ]);
  });

  it("is what the adapter itself has found: another reader in its place is a miss", async () => {
    await noteCapture(
      captured({
        sources: { narrative: "adapter", author: "json_ld" },
        permalink: "https://vk.com/wall-1_2",
      }),
    );
    expect((await storedHealth.read())?.counts).toMatchObject([
      { filled: { narrative: 1 }, missed: { author: 1, permalink: 1, postedAt: 1 } },
    ]);
  });

  it("is each of several posts, by whom it was read", async () => {
    const { more: _more, ...post } = captured({ permalink: "https://vk.com/wall-1_3" });
    const read = { ...post, sources: { narrative: "adapter", permalink: "adapter" } } as const;
    const readAsAnyPage = { ...post, sources: { narrative: "page", author: "page" } } as const;
    await noteCapture(captured({ ...read, more: [read, post] }));
    await noteCapture(captured({ ...read, more: [readAsAnyPage], notes: ["site-not-read"] }));
    expect((await storedHealth.read())?.counts).toMatchObject([
      { adapter: "vk", read: 4, fellBack: 1, filled: { permalink: 4 }, missed: { postedAt: 4 } },
    ]);
  });

  it.each([
    ["a page that no adapter knows", { adapter: "any-page" }],
    ["what stood in a frame of another site", { notes: ["post-in-frame", "post-not-found"] }],
  ] satisfies [string, Partial<CapturedPage>][])("is nothing of %s", async (_what, changes) => {
    await noteCapture(captured(changes));
    expect(await storedHealth.read()).toBeNull();
  });
});

describe("the report", () => {
  it("goes once an hour, with what was counted since", async () => {
    const { server, connection } = await paired(() => ({ status: 204 }));
    await reportHealth(connection);
    await noteCapture(captured());
    await reportHealth(connection);
    await noteCapture(captured());
    await reportHealth(connection);
    expect(sent(server)).toMatchObject([{ counts: [{ read: 1 }] }]);
    vi.setSystemTime(NOW + HOUR);
    await reportHealth(connection);
    expect(sent(server)).toMatchObject([{ counts: [{ read: 1 }] }, { counts: [{ read: 1 }] }]);
    expect(await storedHealth.read()).toMatchObject({ counts: [], sending: null });
  });

  it("goes again unchanged under the same id when it was not confirmed", async () => {
    const answers: (Answer | "hang-up")[] = ["hang-up", refusal("unavailable"), { status: 204 }];
    const { server, connection } = await paired(() => answers.shift() ?? { status: 204 });
    for (let hour = 0; hour < 3; hour++) {
      vi.setSystemTime(NOW + hour * HOUR);
      await noteCapture(captured());
      await reportHealth(connection);
    }
    const [first, ...again] = sent(server);
    expect(again).toEqual([first, first]);
    expect(await storedHealth.read()).toMatchObject({ counts: [{ read: 2 }], sending: null });
  });
});

describe("corrections", () => {
  it("are fetched, kept, and asked for by their revision", async () => {
    const body = { revision: 3, sites: { vk: { disabled: false, selectors: { author: ".name" } } } };
    const { server, connection } = await paired(() => ({ status: 200, body }));
    await refreshCorrections(connection);
    expect(await cachedCorrections.read()).toEqual(body);
    server.answer(() => ({ status: 304 }));
    await refreshCorrections(connection);
    expect(server.received.at(-1)?.headers).toMatchObject({ "if-none-match": '"corrections-3"' });
    expect(await cachedCorrections.read()).toEqual(body);
  });

  it("stay when the server does not answer", async () => {
    const { server, connection } = await paired(() => ({ status: 200, body: { revision: 1, sites: {} } }));
    await refreshCorrections(connection);
    server.answer(() => "hang-up");
    await refreshCorrections(connection);
    expect(await cachedCorrections.read()).toEqual({ revision: 1, sites: {} });
  });

  it("are selectors of known names alone", () => {
    const sites = {
      vk: { selectors: { author: ".a", script: "x()", time: 3, words: "w".repeat(501) }, code: "x()" },
      "../x": {},
      y: "no",
    };
    expect(correctionsIn({ revision: 1, sites })).toEqual({
      revision: 1,
      sites: { vk: { disabled: false, selectors: { author: ".a" } } },
    });
    expect([correctionsIn(null), correctionsIn({ revision: 1 }), correctionsIn("x")]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
