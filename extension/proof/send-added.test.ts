import type { Clip } from "@otklik/shared/complaint/clip";
import { verifyProof } from "@otklik/shared/proof/verify-proof";
import { beforeEach, expect, it } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { freshExtensionWorld } from "../../tests/support/extension-world";
import { giveMarkupParser } from "../../tests/support/markup-parser";
import { sampleDraft } from "../../tests/support/sample-draft";
import { sendToOutbox } from "../../tests/support/send-to-outbox";
import { putDraft } from "../draft/draft-store";
import { movePostFirst, postsOf, removePost, restorePost } from "../draft/posts";
import { correctItem } from "../outbox/correct-item";
import { changeItem } from "../outbox/outbox-store";
import { type Draft, type DraftFile, NO_EDITS, openClipStore } from "../storage/database";
import { addDraftFiles, listDraftFiles } from "../storage/draft-files";
import { hiddenIn, OTHERS, showAllIn, turnOthers } from "./evidence-edits";
import { nextSnapshotId } from "./snapshot-files";

beforeEach(() => {
  freshExtensionWorld();
  fakeBrowser.runtime.getManifest = () => ({ manifest_version: 3, name: "Otklik", version: "0.1.0" });
  giveMarkupParser();
});

const SIZE = { width: 100, height: 50 };

/** A snapshot of posts, each of its words and of somebody else's beneath them. */
function snapshot(id: string, prefix: string, words: readonly string[], posts?: readonly number[]) {
  const markup = words.map(
    (one, at) => `<div data-post="${at}"><p data-part="${prefix}${2 * at}">${one}</p>
      <p data-part="${prefix}${2 * at + 1}">Чужое: ${one}</p></div>`,
  );
  const html = `<!doctype html><html><head><title>Тема</title></head><body>
    <header><b data-part="${prefix}title">Тема</b></header><main>${markup.join("")}</main></body></html>`;
  const parts = words.flatMap((_one, at) =>
    [0, 1].map((part) => ({
      id: `${prefix}${2 * at + part}`,
      ...{ kind: "words" as const, isOthers: part === 1, url: null, box: null },
    })),
  );
  const file: Omit<DraftFile, "draftId"> = {
    ...({ id, kind: "snapshot", mediaType: "text/html", name: null, url: null } as const),
    blob: new Blob([html], { type: "text/html" }),
    parts: { post: SIZE, parts },
    ...(posts && { posts }),
  };
  return file;
}

/** A draft of «А» and «Б», to which «В» was added from a page that showed «Б» too. */
async function draftOfThree(edits: Partial<Draft["edits"]> = {}): Promise<Draft> {
  const start = sampleDraft({ edits: { ...NO_EDITS, ...edits } });
  const [own] = postsOf(start.captured);
  const more = ["Б", "В"].map((narrative) => ({ ...own, narrative, permalinkKey: `forum:${narrative}` }));
  const clip = { ...start.request.clip, narrative: "А", more };
  const draft = { ...start, captured: clip, request: { ...start.request, clip: structuredClone(clip) } };
  await putDraft(draft);
  await addDraftFiles(draft.id, [
    snapshot("snapshot", "", ["А", "Б"], [0, 1]),
    snapshot("snapshot-2", "2.", ["Б", "В"], [-1, 2]),
  ]);
  return draft;
}

/** Of each snapshot the words of its posts by the post's place in the complaint. */
async function snapshotsOf({ evidence }: Clip): Promise<Record<string, string>[]> {
  const store = await openClipStore();
  const files = await Promise.all(evidence.map(({ sha256 }) => store.get("files", sha256)));
  store.close();
  const pages = await Promise.all(files.map(async (file) => (await file?.blob.text()) ?? ""));
  return pages.map((html) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    const posts = [...page.querySelectorAll<HTMLElement>("[data-post]")];
    return Object.fromEntries(
      posts.map((post) => [post.dataset.post ?? "", (post.textContent ?? "").replace(/\s+/g, " ").trim()]),
    );
  });
}

it("every post of a complaint stands in a signed snapshot, also one that was added later", async () => {
  const { id, request } = await sendToOutbox(await draftOfThree());
  const { clip } = request;
  expect(clip.evidence.map(({ kind }) => kind)).toEqual(["snapshot", "snapshot"]);
  expect(await snapshotsOf(clip)).toEqual([{ 0: "А Чужое: А", 1: "Б Чужое: Б" }, { 2: "В Чужое: В" }]);
  const { evidence, proof } = clip;
  if (proof === undefined) throw new Error("not signed");
  const named = new Set(proof.manifest.files.map(({ sha256 }) => sha256));
  expect(evidence.every(({ sha256 }) => named.has(sha256))).toBe(true);
  const checks = await verifyProof({ id, clip, evidence, proof }, crypto.subtle);
  expect(checks.map(({ ok }) => ok)).toEqual(Array(4).fill(true));
});

it("a post says in the snapshot where it stands in the complaint, once posts were moved and left out", async () => {
  const { clip } = (await sendToOutbox(removePost(movePostFirst(await draftOfThree(), 2), 2))).request;
  expect(postsOf(clip).map(({ narrative }) => narrative)).toEqual(["В", "А"]);
  expect(await snapshotsOf(clip)).toEqual([{ 1: "А Чужое: А" }, { 0: "В Чужое: В" }]);
});

it("a snapshot of which every post was left out is not sent", async () => {
  const { clip } = (await sendToOutbox(removePost(await draftOfThree(), 2))).request;
  expect(await snapshotsOf(clip)).toEqual([{ 0: "А Чужое: А", 1: "Б Чужое: Б" }]);
});

it("what is other people's is hidden in every snapshot before its hash is made", async () => {
  const { clip } = (await sendToOutbox(await draftOfThree({ hiddenParts: [OTHERS] }))).request;
  expect(JSON.stringify(await snapshotsOf(clip))).not.toContain("Чужое");
  expect(clip.evidence.map(({ maskedParts }) => maskedParts)).toEqual([2, 1]);
});

it("a post that was put back after other people's words were hidden is sent without what it answers", async () => {
  const start = await draftOfThree();
  const thread = { parent: { author: "Пётр", narrative: "Чужие слова", permalink: null }, position: 2 };
  const more = (start.captured.more ?? []).map((post) => ({ ...post, thread }));
  const clip = { ...start.captured, more };
  const draft = { ...start, captured: clip, request: { ...start.request, clip: structuredClone(clip) } };
  const hiding = turnOthers(removePost(draft, 2), [], true);
  const { request } = await sendToOutbox(restorePost(hiding, 2, draft));
  expect(request.clip.more?.map((post) => post.thread?.parent)).toEqual([null, null]);
});

it("a part is hidden in its own snapshot and in no other", async () => {
  const draft = await draftOfThree({ hiddenParts: ["2.2", "2.title", "0"] });
  expect(hiddenIn(draft, { id: "snapshot-2" })).toEqual(["2.2", "2.title"]);
  expect(hiddenIn(draft, { id: "snapshot" })).toEqual(["0"]);
  const [first, added] = await snapshotsOf((await sendToOutbox(draft)).request.clip);
  expect(first).toEqual({ 0: expect.not.stringContaining("А Ч"), 1: "Б Чужое: Б" });
  expect(added).toEqual({ 2: expect.not.stringContaining("В Ч") });
});

it("showing all of one snapshot again shows nothing of another", async () => {
  const draft = await draftOfThree({ hiddenParts: [OTHERS, "2.2", "0"] });
  const shown = showAllIn(draft, snapshot("snapshot-2", "2.", ["Б", "В"]));
  expect(await snapshotsOf((await sendToOutbox(shown)).request.clip)).toEqual([
    { 0: expect.not.stringMatching(/А/), 1: expect.not.stringMatching(/Чужое/) },
    { 2: "В Чужое: В" },
  ]);
});

/** The clip as a draft again, after it was refused. */
async function refused({ id }: Draft): Promise<Draft> {
  const store = await openClipStore();
  await changeItem(store, id, { state: "parked" });
  await correctItem(id);
  const again = await store.get("drafts", id);
  store.close();
  if (again === undefined) throw new Error("not a draft again");
  return again;
}

it("a snapshot of a clip that was refused is known by the number that its parts begin with", async () => {
  const draft = await draftOfThree({ leftOut: ["snapshot"], hiddenParts: ["2.title"] });
  await addDraftFiles(draft.id, [snapshot("snapshot-10", "10.", ["Б"], [1])]);
  await sendToOutbox(draft);
  const again = await refused(draft);
  const files = await listDraftFiles(draft.id);
  expect(files.map(({ id }) => id)).toEqual(["snapshot-2", "snapshot-10"]);
  const hiding = { ...again, edits: { ...NO_EDITS, hiddenParts: ["2.2", "10.1"] } };
  expect(files.map((file) => hiddenIn(hiding, file))).toEqual([["2.2"], ["10.1"]]);
  expect(nextSnapshotId(files)).toBe("snapshot-11");
});

it("a clip that was refused has both snapshots again, and sends of both what is left", async () => {
  const draft = await draftOfThree();
  await sendToOutbox(removePost(draft, 1));
  const again = await refused(draft);
  const { clip } = (await sendToOutbox(again)).request;
  expect(await snapshotsOf(clip)).toEqual([{ 0: "А Чужое: А" }, { 1: "В Чужое: В" }]);
});
