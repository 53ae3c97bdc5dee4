import { beforeEach, expect, it } from "vitest";
import { freshExtensionWorld } from "../../tests/support/extension-world";
import { pairedWith, refusal } from "../../tests/support/outbox-samples";
import { type Answer, scriptedServer } from "../../tests/support/scripted-server";
import { askRegisteredBefore } from "./ask-registered-before";

beforeEach(() => freshExtensionWorld());

const ASKED = { permalinkKeys: ["vk:wall-1_2"], narrative: null };
const ANSWER = { same: [], similar: [], zone: "Europe/Moscow" };

async function pairedServer(answer: Answer | "hang-up") {
  const server = await scriptedServer(() => answer);
  await pairedWith(server.origin);
  return server;
}

it("asks once, with the device's token", async () => {
  const server = await pairedServer({ status: 200, body: ANSWER });
  expect(await askRegisteredBefore(ASKED)).toEqual({ kind: "answer", answer: ANSWER, origin: server.origin });
  expect(server.received).toHaveLength(1);
  expect(server.to("POST", "/api/complaints/registered-before")[0]).toMatchObject({
    json: ASKED,
    headers: { authorization: "Bearer org.secret" },
  });
});

it.each<[string, Answer | "hang-up"]>([
  ["does not answer", "hang-up"],
  ["is too old to know", refusal("not-found")],
  ["is busy", refusal("unavailable")],
  ["is a proxy", { status: 200, body: "<html></html>" }],
])("says that it was not asked when the server %s, and does not ask again", async (_what, answer) => {
  const server = await pairedServer(answer);
  expect(await askRegisteredBefore(ASKED)).toEqual({ kind: "not-asked" });
  expect(server.received).toHaveLength(1);
});

it("asks nobody before it is paired", async () => {
  expect(await askRegisteredBefore(ASKED)).toEqual({ kind: "not-paired" });
});
