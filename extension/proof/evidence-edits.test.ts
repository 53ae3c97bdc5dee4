import type { ThreadPlace } from "@otklik/shared/complaint/clip";
import { describe, expect, it } from "vitest";
import { sampleDraft } from "../../tests/support/sample-draft";
import type { Draft, SnapshotPart } from "../storage/database";
import { areOthersHidden, hasOthers, turnOthers, turnPart } from "./evidence-edits";
import { masksOfScreenshot } from "./finish-evidence";

const PARTS: readonly SnapshotPart[] = [
  { id: "0", kind: "words", isOthers: false, url: null, box: null },
  { id: "1", kind: "words", isOthers: true, url: null, box: null },
];
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

  it("are not all hidden once one is shown by hand", () => {
    expect(areOthersHidden(turnPart(turnOthers(answering(), PARTS, true), "1"), PARTS)).toBe(false);
  });
});
