// @vitest-environment jsdom
import type { RegisteredBeforeAnswer } from "@otklik/shared/capture/registered-before";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, it } from "vitest";
import { freshExtensionWorld } from "../../tests/support/extension-world";
import { nextFrame } from "../../tests/support/next-frame";
import { pairedWith, receiptOf } from "../../tests/support/outbox-samples";
import { sampleDraft } from "../../tests/support/sample-draft";
import { type Script, scriptedServer } from "../../tests/support/scripted-server";
import { until } from "../../tests/support/until";
import { keepReceipt } from "../outbox/receipts";
import type { Draft } from "../storage/database";
import { type RegisteredLookup, useRegisteredBefore } from "./use-registered-before";

const NONE: RegisteredBeforeAnswer = { same: [], similar: [], zone: "Europe/Moscow" };
const FOUND: RegisteredBeforeAnswer = {
  ...NONE,
  same: [
    {
      ...{ id: "7", incomingNumber: "2026-000142", status: "registered", complainant: null },
      ...{ responsible: null, nextDue: null, isReadable: false, excerpt: null, permalinkKey: "forum:1001" },
    },
  ],
};
const answers = (answer: RegisteredBeforeAnswer) => () => ({ status: 200, body: answer });

beforeEach(() => freshExtensionWorld());

afterEach(() => {
  render(null, document.body);
  return nextFrame();
});

/** The draft, shown by an editor of its own. */
async function looking(script: Script) {
  const server = await scriptedServer(script);
  await pairedWith(server.origin);
  const draft: Draft = { ...sampleDraft(), updatedAt: new Date().toISOString() };
  const shown: { now: RegisteredLookup | null } = { now: null };
  const Editor = () => {
    shown.now = useRegisteredBefore(draft);
    return null;
  };
  await act(() => render(<Editor />, document.body));
  return { server, shown, isAllTold: () => shown.now?.isAllTold() };
}

const same = ({ now }: { now: RegisteredLookup | null }) =>
  now?.lookup?.kind === "answer" ? now.lookup.answer.same.length : null;

it("asks once, and again when this browser was given a number meanwhile", async () => {
  const { server, shown } = await looking(answers(NONE));
  await until("the answer", () => same(shown) === 0);
  expect(server.received).toHaveLength(1);
  server.answer(answers(FOUND));
  await act(() => keepReceipt(receiptOf(sampleDraft())));
  await until("the number", () => same(shown) === 1);
  expect(server.received).toHaveLength(2);
});

it("holds a number back while what has just been found is not on the screen", async () => {
  let answer = () => {};
  const asked = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const { shown, isAllTold } = await looking(() => asked.then(answers(FOUND)));
  const told = isAllTold();
  answer();
  expect(await told).toBe(false);
  await until("the number on the screen", () => same(shown) === 1);
  expect(await isAllTold()).toBe(true);
});

it.each([
  ["has no such post", answers(NONE)],
  ["cannot be reached", () => "hang-up" as const],
  ["does not answer", () => new Promise<never>(() => undefined)],
])("lets a clip go when the register %s", async (_what, script) => {
  const { isAllTold } = await looking(script);
  expect(await isAllTold()).toBe(true);
});
