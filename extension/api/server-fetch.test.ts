import { createHash } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import { freshExtensionWorld } from "../../tests/support/extension-world";
import { keep, pairedWith, sampleItem } from "../../tests/support/outbox-samples";
import { scriptedServer } from "../../tests/support/scripted-server";
import { sendOutbox } from "../outbox/send-outbox";
import { refreshRegister } from "../register/refresh-register";
import { changeSettings } from "../settings/settings";
import { storedConnection } from "./connection";
import { anonymousClientOf, clientOf } from "./register-client";
import { ServerUnreachable, serverFetch } from "./server-fetch";

const TOKEN = createHash("sha256").update("token").digest("base64url");

beforeEach(() => freshExtensionWorld());

it.each([301, 302, 303, 307, 308])(
  "EXT-07 follows no redirect of status %i to another host",
  async (status) => {
    const elsewhere = await scriptedServer(() => ({ status: 200, body: {} }));
    const server = await scriptedServer(() => ({
      status,
      headers: { Location: `${elsewhere.origin}/api/badge` },
    }));
    const client = clientOf({ origin: server.origin, token: TOKEN }, "en");
    await expect(client.api.badge.$get({ query: {} })).rejects.toThrow(ServerUnreachable);
    expect(server.received).toHaveLength(1);
    expect(elsewhere.received).toEqual([]);
  },
);

it("EXT-07 sends the token to the server that issued it, whatever address is typed later", async () => {
  const issuer = await scriptedServer(() => ({ status: 404, body: null }));
  const typed = await scriptedServer(() => ({ status: 404, body: null }));
  await pairedWith(issuer.origin);
  await keep([sampleItem()]);
  await changeSettings({ serverUrl: typed.origin });
  await refreshRegister();
  await sendOutbox(true);
  expect(issuer.received.length).toBeGreaterThan(0);
  expect(typed.received).toEqual([]);
});

it("EXT-07 asks a server that it is not paired with without any token", async () => {
  const server = await scriptedServer(() => ({ status: 404, body: null }));
  await pairedWith("https://register.example");
  await anonymousClientOf(server.origin, "en").api.pairings.$post({
    json: { deviceName: "Chromium", codeChallenge: "a".repeat(43) },
  });
  expect(server.received.map(({ headers }) => headers.authorization)).toEqual([undefined]);
});

it("EXT-05 names the token in no error, and in no address", async () => {
  const server = await scriptedServer(() => "hang-up");
  await pairedWith(server.origin);
  const connection = await storedConnection.read();
  const failure = await serverFetch(connection?.token ?? "")(`${server.origin}/api/badge`).catch(
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(ServerUnreachable);
  const { message, stack, cause } = failure as ServerUnreachable;
  expect([message, stack, String(cause)].join("\n")).not.toContain("org.secret");
  expect(server.received.map(({ path }) => path)).toEqual(["/api/badge"]);
});
