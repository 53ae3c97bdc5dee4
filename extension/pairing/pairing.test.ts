import { createHash } from "node:crypto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { freshExtensionWorld } from "../../tests/support/extension-world";
import { keep, pairedWith, readItems, refusal, sampleItem } from "../../tests/support/outbox-samples";
import { type Script, scriptedServer } from "../../tests/support/scripted-server";
import { storedConnection } from "../api/connection";
import { cachedSession } from "../api/session-cache";
import { readSettings } from "../settings/settings";
import { disconnect } from "./disconnect";
import { PAIRING_ALARM } from "./pairing-alarm";
import { storedPairing } from "./pairing-state";
import { pollPairing } from "./poll-pairing";
import { startPairing } from "./start-pairing";

const NOW = Date.parse("2026-12-02T09:00:00Z");
const START = "/api/pairings";
const TOKEN = "/api/pairings/token";

beforeEach(() => {
  freshExtensionWorld();
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"], now: NOW });
  return () => vi.useRealTimers();
});

const started = {
  deviceCode: "device-code",
  userCode: "BCDF-GHJK",
  verificationUrl: "https://register.example/pair?code=BCDF-GHJK",
  expiresAt: new Date(NOW + 600_000).toISOString(),
  intervalSeconds: 3,
};

/** A server that starts pairings and answers to polls as said. */
async function pairingServer(poll: Script) {
  return scriptedServer((request) => {
    if (request.path === START) return { status: 201, body: started };
    if (request.path === TOKEN) return poll(request);
    return refusal("not-found");
  });
}

describe("beginning", () => {
  it("shows the code that the server gave, and keeps what proves who began", async () => {
    const server = await pairingServer(() => refusal("pairing-waiting"));
    expect(await startPairing(server.origin)).toMatchObject({ phase: "waiting", userCode: "BCDF-GHJK" });
    const stored = await storedPairing.read();
    const { codeVerifier } = stored as { codeVerifier: string };
    expect(codeVerifier).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const codeChallenge = createHash("sha256").update(codeVerifier).digest("base64url");
    expect(server.to("POST", START)[0]?.json).toEqual({ deviceName: "Chromium, Linux", codeChallenge });
    expect((await readSettings()).serverUrl).toBe(server.origin);
  });

  it.each<[string, Script, object]>([
    ["does not answer", () => "hang-up", { failure: "unreachable" }],
    ["is another's", () => ({ status: 200, body: "<html></html>" }), { failure: "not-our-server" }],
    [
      "gives an address that is none",
      () => ({ status: 201, body: { ...started, verificationUrl: "javascript:alert(1)" } }),
      { failure: "not-our-server" },
    ],
    [
      "refuses",
      () => refusal("too-many-requests"),
      { failure: "refused-by-server", problem: { code: "too-many-requests" } },
    ],
  ])("fails, and says why, when the server %s", async (_what, script, failure) => {
    const server = await scriptedServer(script);
    expect(await startPairing(server.origin)).toMatchObject({
      phase: "failed",
      origin: server.origin,
      ...failure,
    });
    expect(await storedPairing.read()).toMatchObject(failure);
  });
});

describe("waiting", () => {
  it("asks no sooner than the server's interval allows", async () => {
    const server = await pairingServer(() => refusal("pairing-waiting"));
    await startPairing(server.origin);
    await pollPairing();
    vi.setSystemTime(NOW + 2_999);
    await pollPairing();
    expect(server.to("POST", TOKEN)).toEqual([]);
    vi.setSystemTime(NOW + 3_000);
    await pollPairing();
    expect(server.to("POST", TOKEN)).toHaveLength(1);
    expect(await fakeBrowser.alarms.get(PAIRING_ALARM)).toBeDefined();
  });

  it("becomes the connection when it is approved, and then sends what waits", async () => {
    await keep([sampleItem()]);
    const server = await pairingServer(() => ({
      status: 200,
      body: { token: "org.issued", deviceId: "device-1" },
    }));
    await startPairing(server.origin);
    const begun = await storedPairing.read();
    vi.setSystemTime(NOW + 3_000);
    await pollPairing();
    expect(server.to("POST", TOKEN)[0]?.json).toEqual({
      deviceCode: "device-code",
      codeVerifier: (begun as { codeVerifier: string }).codeVerifier,
    });
    expect(await storedConnection.read()).toEqual({
      origin: server.origin,
      token: "org.issued",
      deviceId: "device-1",
      pairedAt: new Date(NOW + 3_000).toISOString(),
      rejectedAt: null,
    });
    expect(await storedPairing.read()).toBeNull();
    expect(await fakeBrowser.alarms.get(PAIRING_ALARM)).toBeUndefined();
    expect(server.to("POST", "/api/complaints")[0]?.headers.authorization).toBe("Bearer org.issued");
  });

  it("ends when it is refused, and asks no more", async () => {
    const server = await pairingServer(() => refusal("pairing-refused"));
    await startPairing(server.origin);
    vi.setSystemTime(NOW + 3_000);
    await pollPairing();
    expect(await storedPairing.read()).toMatchObject({ phase: "failed", failure: "pairing-refused" });
    vi.setSystemTime(NOW + 60_000);
    await pollPairing();
    expect(server.to("POST", TOKEN)).toHaveLength(1);
    expect(await storedConnection.read()).toBeNull();
  });

  it("that was given up meanwhile does not connect", async () => {
    const server = await pairingServer(async () => {
      await storedPairing.remove();
      return { status: 200, body: { token: "org.issued", deviceId: "device-1" } };
    });
    await startPairing(server.origin);
    vi.setSystemTime(NOW + 3_000);
    await pollPairing();
    expect(await storedConnection.read()).toBeNull();
  });
});

describe("disconnecting", () => {
  it.each<[string, Script]>([
    ["ends the device at the server", () => ({ status: 204 })],
    ["happens also when the server does not answer", () => "hang-up"],
  ])("%s, forgets token and copies, and keeps what waits", async (_what, script) => {
    const server = await scriptedServer(script);
    await pairedWith(server.origin);
    await keep([sampleItem()]);
    await fakeBrowser.storage.local.set({ [cachedSession.key]: { person: {} } });
    await disconnect();
    expect(server.to("DELETE", "/api/devices/current")[0]?.headers.authorization).toBe("Bearer org.secret");
    expect(await storedConnection.read()).toBeNull();
    expect(await cachedSession.read()).toBeNull();
    expect(await readItems()).toHaveLength(1);
  });
});
