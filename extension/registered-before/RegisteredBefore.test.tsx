// @vitest-environment jsdom
import type { RegisteredBefore as Registered } from "@otklik/shared/capture/registered-before";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, it } from "vitest";
import { freshExtensionWorld, silenceBroadcasts } from "../../tests/support/extension-world";
import { nextFrame } from "../../tests/support/next-frame";
import { sampleDraft } from "../../tests/support/sample-draft";
import { sayBefore } from "../messages/registered-before";
import type { Lookup } from "./ask-registered-before";
import { RegisteredBefore } from "./RegisteredBefore";

const draft = sampleDraft();

beforeEach(() => {
  freshExtensionWorld();
  silenceBroadcasts();
});

afterEach(() => {
  render(null, document.body);
  return nextFrame();
});

const complaint = (id: string): Registered => ({
  ...{ id, incomingNumber: `2026-00000${id}`, status: "registered", complainant: null, responsible: null },
  ...{ nextDue: null, isReadable: false, excerpt: null, permalinkKey: null },
});

const lookup = (same: readonly string[], similar: readonly string[]): Lookup => ({
  kind: "answer",
  origin: "https://register.test",
  answer: {
    same: same.map(complaint),
    similar: similar.map((id) => ({ ...complaint(id), likeness: 0.9 })),
    zone: "Europe/Moscow",
  },
});

const show = (found: Lookup) =>
  act(() =>
    render(
      <RegisteredBefore locale="en" draft={draft} lookup={found} isSending={false} onAdd={() => undefined} />,
      document.body,
    ),
  );

const headlines = () => [...document.querySelectorAll(".headline")].map(({ textContent }) => textContent);

it.each([
  ["not told again of the same", lookup([], ["1"]), []],
  ["told of another that is much like it", lookup([], ["1", "2"]), [sayBefore("en", "similar")]],
  ["told that the very same post is registered", lookup(["1"], []), [sayBefore("en", "same")]],
])("an agent who went on is %s", async (_what, found, told) => {
  await show(lookup([], ["1"]));
  expect(headlines()).toEqual([sayBefore("en", "similar")]);
  const goOn = [...document.querySelectorAll("button")].find(
    ({ textContent }) => textContent === sayBefore("en", "goOn"),
  );
  await act(() => goOn?.click());
  expect(headlines()).toEqual([]);
  await show(found);
  expect(headlines()).toEqual(told);
});
