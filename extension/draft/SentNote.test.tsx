// @vitest-environment jsdom
import { sayDueWord } from "@otklik/shared/messages/due-words/index";
import { h, render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { freshExtensionWorld, silenceBroadcasts } from "../../tests/support/extension-world";
import { nextFrame } from "../../tests/support/next-frame";
import { keep, pairedWith, receiptOf, sampleItem } from "../../tests/support/outbox-samples";
import { sampleDue } from "../../tests/support/sample-due";
import { until } from "../../tests/support/until";
import { rejectConnection } from "../api/connection";
import { sayDraft } from "../messages/draft";
import { sayShell } from "../messages/shell";
import { keepReceipt } from "../outbox/receipts";
import { ConnectNotice } from "../pairing/ConnectNotice";
import { SentNote } from "./SentNote";

beforeEach(() => {
  freshExtensionWorld();
  silenceBroadcasts();
});

afterEach(() => {
  render(null, document.body);
  return nextFrame();
});

const never = async () => undefined;
const paired = () => pairedWith("https://register.test");
const cutOff = () => paired().then(() => rejectConnection("org.secret"));

it.each([
  ["to a browser that is connected", paired, "sent.queuedMore"],
  ["not to one that was disconnected at the desk", cutOff, "sent.disconnected"],
  ["not to one that was never connected", never, "sent.unconnected"],
] as const)("a queued clip is said to go by itself %s", async (_what, connect, words) => {
  await connect();
  const item = sampleItem();
  await keep([item]);
  const note = h(SentNote, { locale: "en", id: item.id, isSigned: true, onNext: () => undefined });
  await act(() => render(note, document.body));
  await until("what became of it", () => document.querySelector(".headline"));
  expect([...document.querySelectorAll("p")].map(({ textContent }) => textContent)).toEqual([
    sayDraft("en", "sent.queued"),
    sayDraft("en", words),
  ]);
});

it("what is due first is told first, the answer after it", async () => {
  await paired();
  const request = sampleItem().request;
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const dueDates = [
    sampleDue({ clock: "answer", dueAt: at(72), dueOn: at(72).slice(0, 10) }),
    sampleDue({ clock: "triage", dueAt: at(24), dueOn: at(24).slice(0, 10) }),
    sampleDue({ clock: "first_response", dueAt: at(1), dueOn: at(1).slice(0, 10) }),
  ];
  await keepReceipt({ ...receiptOf(request), dueDates });
  const note = h(SentNote, { locale: "en", id: request.id, isSigned: true, onNext: () => undefined });
  await act(() => render(note, document.body));
  await until("the number", () => document.querySelector(".number"));
  const told = [...document.querySelectorAll(".headline ~ p")].map(({ textContent }) => textContent);
  expect(told).toEqual([
    expect.stringContaining(sayDueWord("en", "clock.first_response")),
    expect.stringContaining(sayDueWord("en", "clock.answer")),
  ]);
});

it.each([
  ["was disconnected at the desk", cutOff, "connect.again"],
  ["was never connected", never, "connect.first"],
] as const)("a browser that %s says so, with the way to connect", async (_what, connect, words) => {
  await connect();
  const onConnect = vi.fn();
  await act(() => render(h(ConnectNotice, { locale: "en", onConnect }), document.body));
  const button = await until("the button", () => document.querySelector("button"));
  expect(document.querySelector("p")?.textContent).toBe(sayShell("en", words));
  expect(button.textContent).toBe(sayShell("en", "connect"));
  await act(() => button.click());
  expect(onConnect).toHaveBeenCalledTimes(1);
});

it("a browser that is connected says nothing of connecting", async () => {
  await paired();
  await act(() => render(h(ConnectNotice, { locale: "en", onConnect: never }), document.body));
  await nextFrame();
  expect(document.body.textContent).toBe("");
});
