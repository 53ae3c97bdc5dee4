import { LIMITS } from "@otklik/shared/complaint/limits";
import { beforeEach, describe, expect, it } from "vitest";
import { freshExtensionWorld, silenceBroadcasts } from "../../tests/support/extension-world";
import { sampleDraft } from "../../tests/support/sample-draft";
import { type CapturedPage, NO_FIELDS } from "../clip/captured-page";
import { OTHERS, turnOthers } from "../proof/evidence-edits";
import { type Draft, NO_EDITS } from "../storage/database";
import { addPosts } from "./add-posts";
import { adoptCapture, correctField, restoreField } from "./draft-changes";
import { findDraft, putDraft, saveDraft } from "./draft-store";
import { correctWords, movePostFirst, postsOf, removePost, restorePost, withPosts } from "./posts";

const draft = withThree();

/** A draft of three posts: «А», «Б», «В». */
function withThree(): Draft {
  const start = sampleDraft();
  const [own] = postsOf(start.request.clip);
  const posts = ["А", "Б", "В"].map((narrative) => ({
    ...own,
    narrative,
    permalinkKey: `forum:${narrative}`,
  }));
  const captured = withPosts(start.captured, posts);
  return { ...start, captured, request: { ...start.request, clip: structuredClone(captured) } };
}

const words = ({ request }: Draft) => postsOf(request.clip).map(({ narrative }) => narrative);

function pageOf(...narratives: readonly string[]): CapturedPage {
  const [first, ...more] = narratives.map((narrative) => ({
    ...NO_FIELDS,
    narrative,
    permalinkKey: `forum:${narrative}`,
    sources: {},
    confidence: {},
    missing: {},
  }));
  if (first === undefined) throw new Error("A page of no posts");
  const place = { box: null, viewport: { width: 1, height: 1 }, visual: { x: 0, y: 0, scale: 1 } };
  return {
    ...first,
    title: "",
    url: "https://forum.example/",
    channel: "web",
    adapter: "any-page",
    more,
    place,
    notes: [],
  };
}

describe("the posts of a draft", () => {
  it.each([
    ["the last moved to the front", () => movePostFirst(draft, 2), ["В", "А", "Б"]],
    ["a further one left out", () => removePost(draft, 1), ["А", "В"]],
    ["the first, which cannot be left out", () => removePost(draft, 0), ["А", "Б", "В"]],
    ["one left out and brought back", () => restorePost(removePost(draft, 1), 1, draft), ["А", "Б", "В"]],
    ["words corrected in place", () => correctWords(draft, 2, "Г"), ["А", "Б", "Г"]],
  ])("are, with %s", (_what, arrange, expected) => {
    expect(words(arrange())).toEqual(expected);
  });

  it("keep what each was captured as when they are moved", () => {
    const moved = movePostFirst(draft, 1);
    const corrected = correctField(moved, "narrative", "Иначе");
    expect(corrected.request.clip).toMatchObject({
      permalinkKey: "forum:Б",
      sources: { narrative: "agent" },
    });
    expect(words(restoreField(corrected, "narrative"))).toEqual(["Б", "А", "В"]);
  });

  it("have their first source again when corrected words are typed back", () => {
    const back = correctWords(correctWords(draft, 1, "Иначе"), 1, "Б");
    expect(back.request.clip.more).toEqual(draft.request.clip.more);
  });

  it("stay arranged and corrected when more are captured", () => {
    const arranged = correctWords(movePostFirst(removePost(draft, 1), 1), 1, "А, исправлено");
    const more = [...(draft.captured.more ?? []), { ...postsOf(draft.captured)[0], narrative: "Д" }];
    expect(words(adoptCapture(arranged, { ...draft.captured, more }))).toEqual(["В", "А, исправлено", "Д"]);
  });
});

describe("posts of another pick", () => {
  beforeEach(() => {
    freshExtensionWorld();
    silenceBroadcasts();
  });

  it("come behind those that the draft has, each once", async () => {
    await putDraft(draft);
    expect(await addPosts(draft.id, pageOf("Б", "Г"))).toEqual([-1, 3]);
    const stored = await findDraft(draft.id);
    expect(stored && words(stored)).toEqual(["А", "Б", "В", "Г"]);
    // From the first moment on the draft says that a snapshot of it is missing.
    expect(stored?.snapshotsDue).toEqual([3]);
  });

  it("bring along nothing of what they answer where other people's words are hidden", async () => {
    const parent = { author: "Пётр", narrative: "Чужие слова", permalink: null };
    await putDraft({ ...draft, edits: { ...NO_EDITS, hiddenParts: [OTHERS] } });
    await addPosts(draft.id, { ...pageOf("Г"), thread: { parent, position: 2 } });
    const stored = await findDraft(draft.id);
    expect(stored?.captured.more?.at(-1)?.thread?.parent).toEqual(parent);
    expect(stored?.request.clip.more?.at(-1)?.thread).toEqual({ parent: null, position: 2 });
  });

  it.each([
    ["hides other people's words", true, null],
    ["shows them again", false, "Чужие слова"],
  ])("are taken over by an editor that does not know them and %s", async (_what, isHidden, words) => {
    const parent = { author: "Пётр", narrative: "Чужие слова", permalink: null };
    const known = turnOthers(draft, [], !isHidden);
    await putDraft(known);
    await addPosts(draft.id, { ...pageOf("Г"), thread: { parent, position: 2 } });
    const edited = turnOthers(known, [], isHidden);
    await saveDraft({ ...edited, masks: [] });
    const stored = await findDraft(draft.id);
    expect(stored?.request.clip.more?.at(-1)?.thread?.parent?.narrative ?? null).toBe(words);
    // The open editor takes them over by itself.
    const shown = stored && adoptCapture(edited, stored.captured);
    expect(shown?.request.clip.more?.at(-1)?.thread?.parent?.narrative ?? null).toBe(words);
  });

  it("are taken over without what they answer by an editor in which other people's words are hidden", async () => {
    const parent = { author: "Пётр", narrative: "Чужие слова", permalink: null };
    const known = turnOthers(draft, [], true);
    await putDraft(known);
    await addPosts(draft.id, { ...pageOf("Г"), thread: { parent, position: 2 } });
    await saveDraft({ ...correctField(known, "narrative", "Рукой"), masks: [] });
    const stored = await findDraft(draft.id);
    expect(stored?.request.clip.narrative).toBe("Рукой");
    expect(stored?.request.clip.more?.at(-1)?.thread).toEqual({ parent: null, position: 2 });
  });

  it("are there although the editor saves what it knew before them", async () => {
    await putDraft(draft);
    const moved = movePostFirst(draft, 2);
    expect(await addPosts(draft.id, pageOf("Г"))).not.toBeNull();
    await saveDraft({ ...moved, masks: [] });
    const stored = await findDraft(draft.id);
    expect(stored && words(stored)).toEqual(["В", "А", "Б", "Г"]);
  });

  it("are no more than a complaint holds", async () => {
    await putDraft(draft);
    await addPosts(draft.id, pageOf(...Array.from({ length: LIMITS.morePosts }, (_, at) => `№ ${at}`)));
    const stored = await findDraft(draft.id);
    expect(stored?.request.clip.more).toHaveLength(LIMITS.morePosts);
  });

  it("do not bring back a draft that was sent", async () => {
    await addPosts(draft.id, pageOf("Г"));
    expect(await findDraft(draft.id)).toBeNull();
  });
});
