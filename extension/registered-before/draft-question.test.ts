import { expect, it } from "vitest";
import { sampleDraft } from "../../tests/support/sample-draft";
import type { Draft } from "../storage/database";
import { questionOf } from "./draft-question";

const READ = { createdAt: "2026-11-12T11:00:00.000Z", updatedAt: "2026-11-12T11:00:01.000Z" };

function draftOf(captured: Partial<Draft["captured"]>): Draft {
  const draft = sampleDraft(READ);
  return { ...draft, captured: { ...draft.captured, ...captured } };
}

it("asks by the keys of all its posts, each once, and by the words that were captured", () => {
  const { captured } = sampleDraft(READ);
  const post = { ...captured, permalinkKey: "vk:wall-1_2" };
  const draft = draftOf({
    permalinkKey: "vk:wall-1_1",
    narrative: "Где заказ?",
    more: [post, post, { ...captured, permalinkKey: null }],
  });
  draft.request.clip.narrative = "Исправлено";
  expect(questionOf(draft)).toEqual({
    permalinkKeys: ["vk:wall-1_1", "vk:wall-1_2"],
    narrative: "Где заказ?",
  });
});

it("asks by words alone, and by a key alone", () => {
  expect(questionOf(draftOf({ permalinkKey: null, narrative: "Где заказ?" }))).toMatchObject({
    permalinkKeys: [],
  });
  expect(questionOf(draftOf({ permalinkKey: "tg:a/1", narrative: " \n" }))).toMatchObject({
    narrative: null,
  });
});

it("asks at once of a mail's file, which is read before its draft is made", () => {
  const draft = draftOf({ adapter: "mail-file", permalinkKey: "mail:1@bk.test", narrative: "Где заказ?" });
  expect(questionOf({ ...draft, updatedAt: draft.createdAt })).toEqual({
    permalinkKeys: ["mail:1@bk.test"],
    narrative: "Где заказ?",
  });
});

it.each([
  ["while the page is being read", { ...sampleDraft(), ...READ, updatedAt: READ.createdAt }],
  ["when nothing was found", draftOf({ permalinkKey: null, narrative: "" })],
])("asks nothing %s", (_when, draft) => {
  expect(questionOf(draft)).toBeNull();
});
