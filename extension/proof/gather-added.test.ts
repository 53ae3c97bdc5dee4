import { beforeEach, expect, it, vi } from "vitest";
import { browser } from "wxt/browser";
import { freshExtensionWorld } from "../../tests/support/extension-world";
import { sampleDraft } from "../../tests/support/sample-draft";
import { type CapturedPage, NO_FIELDS } from "../clip/captured-page";
import { addPosts } from "../draft/add-posts";
import { discardDraft, findDraft, putDraft } from "../draft/draft-store";
import { addDraftFiles, listDraftFiles } from "../storage/draft-files";
import { type AddedReading, gatherAdded, settleSnapshots } from "./gather-added";
import { gatheringLock } from "./gathering";
import { resumeGathering } from "./resume-gathering";
import type { PageSnapshot, SnapshotOrder } from "./snapshot/run-snapshot-script";

const TAB = { id: 7, windowId: 1, url: "https://forum.test/t/2" };
const SNAPSHOT: PageSnapshot = {
  ...{ markup: "", shown: 2, styles: "", background: "#fff", post: { width: 1, height: 1 }, parts: [] },
  ...{ isCut: false, missingPictures: 0 },
};

/** The page answers so when its snapshot is asked for, and holds no pictures. Gives the orders that it got. */
function pageAnswers(snapshot: PageSnapshot | null): SnapshotOrder[] {
  const orders: SnapshotOrder[] = [];
  const executeScript = vi.fn(async ({ files, args }: { files?: string[]; args?: [SnapshotOrder] }) => {
    const [order] = args ?? [];
    if (order?.clipId !== undefined) orders.push(order);
    return [{ result: files === undefined ? null : snapshot }];
  });
  Object.assign(browser, { scripting: { executeScript } });
  return orders;
}

function pageOf(...keys: readonly string[]): CapturedPage {
  const posts = keys.map((permalinkKey) => ({
    ...{ ...NO_FIELDS, narrative: permalinkKey, permalinkKey, sources: {}, confidence: {}, missing: {} },
  }));
  const [first = { ...NO_FIELDS, sources: {}, confidence: {}, missing: {} }, ...more] = posts;
  const place = { box: null, viewport: { width: 1, height: 1 }, visual: { x: 0, y: 0, scale: 1 } };
  return { ...first, ...TAB, title: "Тема", channel: "web", adapter: "any-page", more, place, notes: [] };
}

async function reading(draftId: string, page: CapturedPage): Promise<AddedReading | null> {
  const posts = await addPosts(draftId, page);
  return posts && { clipId: "second", page, posts };
}

beforeEach(freshExtensionWorld);

it("posts that are added later have a snapshot of their own, whose parts are told from the first one's", async () => {
  const draft = sampleDraft();
  await putDraft(draft);
  const orders = pageAnswers(SNAPSHOT);
  await gatherAdded(draft.id, TAB, reading(draft.id, pageOf("forum:1001", "forum:2")));
  await gatherAdded(draft.id, TAB, reading(draft.id, pageOf("forum:3", "forum:4")));
  expect(orders).toEqual([
    { clipId: "second", partPrefix: "2." },
    { clipId: "second", partPrefix: "3." },
  ]);
  const files = await listDraftFiles(draft.id);
  expect(files.map(({ id, kind, posts }) => ({ id, kind, posts }))).toEqual([
    { id: "snapshot-2", kind: "snapshot", posts: [-1, 1] },
    { id: "snapshot-3", kind: "snapshot", posts: [2, 3] },
  ]);
  expect(await files[0]?.blob.text()).toContain('data-part="2.title">Тема<');
  expect(await findDraft(draft.id)).toMatchObject({ snapshotsDue: [], notes: [] });
});

it("one that shows fewer posts than were read is not kept: nobody knows which of them", async () => {
  const draft = sampleDraft();
  await putDraft(draft);
  pageAnswers({ ...SNAPSHOT, shown: 1 });
  await gatherAdded(draft.id, TAB, reading(draft.id, pageOf("forum:1001", "forum:2")));
  expect(await listDraftFiles(draft.id)).toEqual([]);
  expect(await findDraft(draft.id)).toMatchObject({ snapshotsDue: [], notes: ["added-in-words"] });
});

it("that there is none is noted on the draft", async () => {
  const draft = sampleDraft();
  await putDraft(draft);
  pageAnswers(null);
  await gatherAdded(draft.id, TAB, reading(draft.id, pageOf("forum:2")));
  expect(await findDraft(draft.id)).toMatchObject({ snapshotsDue: [], notes: ["added-in-words"] });
});

it("after the end of the background that there is none is noted, but never while it is being made", async () => {
  const draft = sampleDraft();
  await putDraft(draft);
  await addPosts(draft.id, pageOf("forum:2"));
  await navigator.locks.request(gatheringLock(draft.id), () => resumeGathering());
  expect(await findDraft(draft.id)).toMatchObject({ snapshotsDue: [1], notes: [] });
  await resumeGathering();
  expect(await findDraft(draft.id)).toMatchObject({ snapshotsDue: [], notes: ["added-in-words"] });
});

it("notes nothing missing of what has come while it was asked whether that is still under way", async () => {
  const draft = sampleDraft();
  await putDraft(draft);
  await addPosts(draft.id, pageOf("forum:2"));
  vi.spyOn(navigator.locks, "query").mockImplementationOnce(async () => {
    await settleSnapshots(draft.id, [1], []);
    return { held: [], pending: [] };
  });
  await resumeGathering();
  expect(await findDraft(draft.id)).toMatchObject({ snapshotsDue: [], notes: [] });
});

it("is under way from the moment that posts are added", async () => {
  const draft = sampleDraft();
  await putDraft(draft);
  pageAnswers({ ...SNAPSHOT, shown: 1 });
  const adding = reading(draft.id, pageOf("forum:2"));
  const gathering = gatherAdded(draft.id, TAB, adding);
  await adding;
  await resumeGathering();
  expect((await findDraft(draft.id))?.notes).toEqual([]);
  await gathering;
  expect((await listDraftFiles(draft.id)).map(({ id }) => id)).toEqual(["snapshot-2"]);
});

it("asks the page for nothing where nothing was added, and keeps nothing for a draft that has gone", async () => {
  const draft = sampleDraft();
  await putDraft(draft);
  const orders = pageAnswers(SNAPSHOT);
  await gatherAdded(draft.id, TAB, reading(draft.id, pageOf("forum:1001")));
  expect(orders).toEqual([]);
  const adding = reading(draft.id, pageOf("forum:9"));
  await adding;
  await discardDraft(draft.id);
  await gatherAdded(draft.id, TAB, adding);
  expect(await listDraftFiles(draft.id)).toEqual([]);
});

it("asks for no picture that the draft has already", async () => {
  const draft = sampleDraft();
  await putDraft(draft);
  const url = "https://forum.test/box.png";
  const held = { id: "attachment-4", kind: "attachment", mediaType: "image/png", name: null, url } as const;
  await addDraftFiles(draft.id, [{ ...held, blob: new Blob(["box"]) }]);
  pageAnswers({ ...SNAPSHOT, shown: 1 });
  const page = { ...pageOf("forum:2"), attachments: [{ kind: "image" as const, url, alt: null }] };
  await gatherAdded(draft.id, TAB, reading(draft.id, page));
  expect((await findDraft(draft.id))?.notes).toEqual([]);
});
