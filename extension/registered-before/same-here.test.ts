import { expect, it } from "vitest";
import { receiptOf, sampleItem } from "../../tests/support/outbox-samples";
import { sampleDraft } from "../../tests/support/sample-draft";
import { postsOf } from "../draft/posts";
import type { Draft } from "../storage/database";
import { sameHere } from "./same-here";

function draftOf(key: string | null, ...more: string[]): Draft {
  const draft = sampleDraft();
  const { clip } = draft.request;
  const further = more.map((permalinkKey) => ({ ...postsOf(clip)[0], permalinkKey }));
  const request = { ...draft.request, clip: { ...clip, permalinkKey: key, more: further } };
  return { ...draft, request };
}

const itemOf = (key: string, isRegistered = false) => {
  const { request } = draftOf(key);
  return sampleItem({ request, receipt: isRegistered ? receiptOf(request) : null });
};

const draft = draftOf("vk:wall-1_2", "vk:wall-1_3");

it.each([
  ["nothing else", [], [], { drafts: 0, queued: 0 }],
  ["itself", [draft], [], { drafts: 0, queued: 0 }],
  ["a draft of its first post", [draft, draftOf("vk:wall-1_2")], [], { drafts: 1, queued: 0 }],
  ["a draft with its second post", [draftOf("x", "vk:wall-1_3")], [], { drafts: 1, queued: 0 }],
  ["a draft of another post", [draftOf("vk:wall-1_4")], [], { drafts: 0, queued: 0 }],
  ["a draft of a post without a name", [draftOf(null)], [], { drafts: 0, queued: 0 }],
  ["a clip without a number", [], [itemOf("vk:wall-1_2")], { drafts: 0, queued: 1 }],
  ["a clip that has its number", [], [itemOf("vk:wall-1_2", true)], { drafts: 0, queued: 0 }],
])("this browser holds %s", (_what, drafts, outbox, here) => {
  expect(sameHere(draft, drafts, outbox)).toEqual(here);
});
