import type { ThreadPlace } from "@otklik/shared/complaint/clip";
import { describe, expect, it } from "vitest";
import { sampleDraft } from "../../tests/support/sample-draft";
import type { Draft, SnapshotPart } from "../storage/database";
import {
  areOthersHidden,
  hasOthers,
  hiddenIds,
  isBesideHidden,
  turnBeside,
  turnOthers,
  turnPart,
} from "./evidence-edits";
import { masksOfCrop, masksOfScreenshot } from "./finish-evidence";

const PARTS: readonly SnapshotPart[] = [
  { id: "0", kind: "words", isOthers: false, url: null, box: null },
  { id: "1", kind: "words", isOthers: true, url: null, box: null },
];
const OTHER_PART = { id: "1", isOthers: true };
const THREAD: ThreadPlace = {
  parent: { author: "Лука Снегирёв", permalink: null, narrative: "Кто ещё ждёт третий день?" },
  position: 2,
};

/** A post that answers another one, and a further one that does too. */
function answering(): Draft {
  const draft = sampleDraft();
  const clip = {
    ...draft.captured,
    thread: THREAD,
    sources: { ...draft.captured.sources, thread: "adapter" as const },
  };
  const { evidence, page, channel, capturedAt, adapter, ...post } = clip;
  const captured = { ...clip, more: [post] };
  return { ...draft, captured, request: { ...draft.request, clip: structuredClone(captured) } };
}

const parentsOf = ({ request: { clip } }: Draft) =>
  [clip, ...(clip.more ?? [])].map(({ thread }) => thread?.parent);

describe("other people's words", () => {
  it("are hidden with what the posts answer, and come back as they were", () => {
    const draft = answering();
    const hidden = turnOthers(draft, PARTS, true);
    expect(parentsOf(hidden)).toEqual([null, null]);
    expect(hidden.request.clip.thread?.position).toBe(2);
    expect(areOthersHidden(hidden, PARTS)).toBe(true);
    expect(turnOthers(hidden, PARTS, false)).toEqual(draft);
  });

  it("are known where the post only answers somebody", () => {
    expect(hasOthers(answering(), [])).toBe(true);
    expect(hasOthers(sampleDraft(), PARTS.slice(0, 1))).toBe(false);
  });

  it("beside the post are not sent on a screenshot, even where none stand within it", () => {
    const image = new Blob([""]);
    const screenshot = { image, width: 100, height: 100, region: null, place: null, masks: [] };
    const draft = { ...answering(), screenshot };
    expect(masksOfScreenshot(draft, [])).toEqual([]);
    expect(masksOfScreenshot(turnOthers(draft, [], true), [])).toBeNull();
  });

  it("are all shown again with what stands beside the post", () => {
    const draft = answering();
    const hidden = turnOthers(turnBeside(draft, true), PARTS, true);
    expect(isBesideHidden(hidden)).toBe(true);
    expect(turnOthers(hidden, PARTS, false)).toEqual(draft);
  });

  it("are hidden too that come after the switch was pressed, and one of them is shown again by hand", () => {
    const hidden = turnOthers(answering(), [], true);
    expect([...hiddenIds(hidden, PARTS)]).toEqual(["1"]);
    expect(areOthersHidden(hidden, PARTS)).toBe(true);
    const shown = turnPart(hidden, OTHER_PART);
    expect(hiddenIds(shown, PARTS).size).toBe(0);
    expect(isBesideHidden(shown)).toBe(true);
    expect(areOthersHidden(turnPart(shown, OTHER_PART), PARTS)).toBe(true);
    expect(turnOthers(shown, PARTS, false)).toEqual(turnOthers(hidden, PARTS, false));
  });

  it("are not all hidden once one is shown by hand", () => {
    expect(areOthersHidden(turnPart(turnOthers(answering(), PARTS, true), OTHER_PART), PARTS)).toBe(false);
  });
});

describe("what stands beside the post", () => {
  const region = { x: 20, y: 10, width: 60, height: 30 };
  const beside = [
    { x: 0, y: 0, width: 100, height: 10 },
    { x: 0, y: 40, width: 100, height: 60 },
    { x: 0, y: 10, width: 20, height: 30 },
    { x: 80, y: 10, width: 20, height: 30 },
  ];
  const mask = { x: 30, y: 15, width: 5, height: 5 };
  const screenshot = { image: new Blob([""]), width: 100, height: 100, region, place: null, masks: [mask] };
  const draft = { ...sampleDraft(), screenshot };

  it("is blackened on the screenshot alone, whether or not there is a snapshot, and comes back as it was", () => {
    const hidden = turnBeside(draft, true);
    expect(masksOfScreenshot(hidden, [])).toEqual([...beside, mask]);
    expect(masksOfCrop(hidden, [])).toEqual([]);
    expect([isBesideHidden(hidden), hiddenIds(hidden, []).size]).toEqual([true, 0]);
    expect(turnBeside(hidden, false)).toEqual(draft);
  });

  it("is not sent where the post's place is not known", () => {
    const unplaced = { ...draft, screenshot: { ...screenshot, region: null } };
    expect(masksOfScreenshot(turnBeside(unplaced, true), [])).toBeNull();
  });
});
