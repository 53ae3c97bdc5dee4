import { beforeEach, expect, it, vi } from "vitest";
import { browser } from "wxt/browser";
import { freshExtensionWorld } from "../../tests/support/extension-world";
import { sampleDraft } from "../../tests/support/sample-draft";
import { completeDraft } from "../draft/complete-draft";
import { discardDraft, findDraft, putDraft } from "../draft/draft-store";
import type { Draft, DraftFile } from "../storage/database";
import { addDraftFiles } from "../storage/draft-files";
import { gatherProof } from "./gather-proof";
import { gatheringLock } from "./gathering";
import { resumeGathering } from "./resume-gathering";

const FROM = { id: 7, windowId: 1, url: "https://forum.test/t/1" };
const SNAPSHOT = { post: { width: 1, height: 1 }, parts: [], isCut: false, missingPictures: 0, posts: [] };

/** Every question to the page is answered so. */
function pageAnswers(answer: (injection: { files?: string[] }) => unknown) {
  const executeScript = vi.fn(async (injection: { files?: string[] }) => [{ result: answer(injection) }]);
  Object.assign(browser, { scripting: { executeScript } });
  return executeScript;
}

beforeEach(() => {
  freshExtensionWorld();
  pageAnswers(() => null);
});

async function gatheringDraft(capturedAt = new Date().toISOString()): Promise<Draft> {
  const draft = sampleDraft();
  await putDraft({ ...draft, captured: { ...draft.captured, capturedAt }, gathering: FROM });
  return draft;
}

const file = (id: "snapshot" | "crop"): Omit<DraftFile, "draftId"> => ({
  ...{ id, kind: id, mediaType: "image/png", blob: new Blob([id]), name: null, url: null },
});

it("is known on the draft from the moment it was captured", async () => {
  const draft = sampleDraft();
  await putDraft(draft);
  await completeDraft(draft, { page: null, screenshot: null, note: null, gatherFrom: FROM });
  expect((await findDraft(draft.id))?.gathering).toEqual(FROM);
});

it.each([
  ["all that is missing of an old clip", "2026-01-01T00:00:00.000Z", [], ["snapshot-failed"]],
  ["that its page has gone", undefined, [], ["snapshot-failed"]],
  ["that there is a snapshot and no picture of the post", undefined, [file("snapshot")], ["crop-cut"]],
  ["nothing where all is there", undefined, [file("snapshot"), file("crop")], []],
])("after the end of the background it notes %s", async (_what, capturedAt, files, notes) => {
  const { id } = await gatheringDraft(capturedAt);
  await addDraftFiles(id, files);
  await resumeGathering();
  expect(await findDraft(id)).toMatchObject({ gathering: null, notes });
});

it("asks the page anew while the clip is young", async () => {
  const { id } = await gatheringDraft();
  const asked = pageAnswers(() => null);
  await resumeGathering();
  expect(asked.mock.calls.some(([{ files }]) => files?.includes("/snapshot.js"))).toBe(true);
  asked.mockClear();
  await resumeGathering();
  expect(asked).not.toHaveBeenCalled();
  expect((await findDraft(id))?.gathering).toBeNull();
});

it("leaves alone what is being gathered", async () => {
  const { id } = await gatheringDraft();
  await navigator.locks.request(gatheringLock(id), () => resumeGathering());
  expect((await findDraft(id))?.gathering).toEqual(FROM);
});

it("is still to be done for a draft that was thrown away meanwhile and brought back", async () => {
  const draft = { ...(await gatheringDraft()), gathering: FROM };
  await discardDraft(draft.id);
  pageAnswers(({ files }) => (files?.includes("/snapshot.js") ? SNAPSHOT : null));
  await gatherProof(draft, FROM, null);
  await putDraft(draft);
  pageAnswers(() => null);
  await resumeGathering();
  expect(await findDraft(draft.id)).toMatchObject({ gathering: null, notes: ["snapshot-failed"] });
});
