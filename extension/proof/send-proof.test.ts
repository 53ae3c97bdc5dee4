import type { Clip } from "@otklik/shared/complaint/clip";
import { LIMITS } from "@otklik/shared/complaint/limits";
import { verifyProof } from "@otklik/shared/proof/verify-proof";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { freshExtensionWorld } from "../../tests/support/extension-world";
import { giveMarkupParser } from "../../tests/support/markup-parser";
import { sampleDraft } from "../../tests/support/sample-draft";
import { sendToOutbox } from "../../tests/support/send-to-outbox";
import { discardDraft, putDraft } from "../draft/draft-store";
import { sha256Of } from "../draft/mask-picture";
import { movePostFirst, postsOf, removePost } from "../draft/posts";
import { correctItem } from "../outbox/correct-item";
import { changeItem } from "../outbox/outbox-store";
import { type Draft, type DraftFile, NO_EDITS, type OutboxItem, openClipStore } from "../storage/database";
import { addDraftFiles, listDraftFiles } from "../storage/draft-files";
import { OTHERS, turnOthers } from "./evidence-edits";

const POST = { width: 100, height: 50 };
const BOX = { x: 10, y: 20, width: 30, height: 10 };
const BOX_URL = "https://forum.test/box.png";
const SNAPSHOT = `<!doctype html><html><head><title>Тема</title></head><body><main>
<article data-post="0" data-part="0">Моё. <a title="https://forum.test/u/other" data-part="1">Чужое имя</a>
<p><a title="https://forum.test/u/other"></a><img data-picture="2" alt="Чужое лицо" src="data:image/png;base64,AAAA"></p></article></main></body></html>`;

/** Node draws no pictures: every picture made here says what was painted on it. */
class Canvas {
  readonly #painted: number[][] = [];
  getContext() {
    return { fillStyle: "", drawImage() {}, fillRect: (...box: number[]) => this.#painted.push(box) };
  }
  convertToBlob = async () => new Blob([JSON.stringify(this.#painted)], { type: "image/png" });
}

beforeEach(() => {
  freshExtensionWorld();
  fakeBrowser.runtime.getManifest = () => ({ manifest_version: 3, name: "Otklik", version: "0.1.0" });
  vi.stubGlobal("OffscreenCanvas", Canvas);
  vi.stubGlobal("createImageBitmap", async () => ({ width: 200, height: 100, close() {} }));
  giveMarkupParser();
});

async function draftWith(edits: Partial<Draft["edits"]> = {}): Promise<Draft> {
  const draft = sampleDraft({ edits: { ...NO_EDITS, ...edits } });
  const url = BOX_URL;
  draft.request.clip.attachments = [
    { kind: "image", url, alt: "Коробка", sha256: null },
    { kind: "image", url: "https://forum.test/gone.png", alt: null, sha256: null },
  ];
  await putDraft(draft);
  const none = { name: null, url: null } as const;
  const part = { isOthers: true, box: BOX };
  const files: Omit<DraftFile, "draftId">[] = [
    {
      ...{ id: "snapshot", kind: "snapshot", mediaType: "text/html", ...none },
      blob: new Blob([SNAPSHOT], { type: "text/html" }),
      parts: {
        post: POST,
        parts: [
          { ...part, id: "0", kind: "words", isOthers: false, url: null },
          { ...part, id: "1", kind: "words", url: null },
          { ...part, id: "2", kind: "picture", url },
        ],
      },
    },
    {
      ...{ id: "crop", kind: "crop", mediaType: "image/png", ...none },
      blob: new Blob(["crop"], { type: "image/png" }),
      picture: { width: 200, height: 100, post: POST, scale: 2 },
    },
    {
      ...{ id: "attachment-1", kind: "attachment", mediaType: "image/png", name: "Коробка", url },
      blob: new Blob(["box"], { type: "image/png" }),
    },
  ];
  await addDraftFiles(draft.id, files);
  return draft;
}

async function bytesOf(clip: Clip, kind: string): Promise<string | undefined> {
  const sha256 = clip.evidence.find((one) => one.kind === kind)?.sha256;
  const store = await openClipStore();
  const file = sha256 === undefined ? undefined : await store.get("files", sha256);
  store.close();
  return file?.blob.text();
}

async function checksOf({ id, request: { clip } }: OutboxItem): Promise<boolean[]> {
  if (clip.proof === undefined) return [];
  const { evidence, proof } = clip;
  return (await verifyProof({ id, clip, evidence, proof }, crypto.subtle)).map(({ ok }) => ok);
}

describe("a clip that is sent", () => {
  it("is signed over its fields and all of its files, as they go to the server", async () => {
    const item = await sendToOutbox(await draftWith());
    const { clip } = item.request;
    expect(clip.evidence.map(({ kind }) => kind)).toEqual(["attachment", "crop", "snapshot"]);
    expect(item.filesLeft).toHaveLength(3);
    expect(await checksOf({ ...item, request: JSON.parse(JSON.stringify(item.request)) })).toEqual(
      Array(4).fill(true),
    );
    expect(clip.proof?.manifest).toMatchObject({ id: item.id, extension: "0.1.0" });
  });

  it("names the bytes of the attachments that were had, and of no others", async () => {
    const { clip } = (await sendToOutbox(await draftWith())).request;
    const sha256 = await sha256Of(new Blob(["box"]));
    expect(clip.attachments?.map((one) => one.sha256)).toEqual([sha256, null]);
  });

  it("names no file beyond as many as it may have, and keeps the snapshot among them", async () => {
    const draft = await draftWith();
    const urls = Array.from({ length: LIMITS.evidenceItems }, (_none, at) => `https://forum.test/${at}.png`);
    const image = { kind: "image", alt: null, sha256: null } as const;
    const [own] = postsOf(draft.request.clip);
    draft.request.clip.attachments = urls.slice(0, 15).map((url) => ({ ...image, url }));
    draft.request.clip.more = [{ ...own, attachments: urls.slice(15).map((url) => ({ ...image, url })) }];
    await addDraftFiles(
      draft.id,
      urls.map((url, at) => ({
        ...{ id: `attachment-${at}`, kind: "attachment", mediaType: "image/png", name: null, url },
        blob: new Blob([url]),
      })),
    );
    const { clip } = (await sendToOutbox(draft)).request;
    const there = new Set(clip.evidence.map(({ sha256 }) => sha256));
    const hashes = postsOf(clip).flatMap(({ attachments = [] }) => attachments.map(({ sha256 }) => sha256));
    const hashed = hashes.filter((sha256) => sha256 !== null);
    expect(there.size).toBe(LIMITS.evidenceItems);
    expect(clip.evidence.map(({ kind }) => kind).slice(-2)).toEqual(["crop", "snapshot"]);
    expect(hashed.every((sha256) => there.has(sha256))).toBe(true);
    expect(hashed.length).toBeLessThan(urls.length);
  });

  it("has nothing of what was hidden in any of its files, and says how much was", async () => {
    const { clip } = (await sendToOutbox(await draftWith({ hiddenParts: ["1", "2"] }))).request;
    const snapshot = await bytesOf(clip, "snapshot");
    expect(snapshot).toContain("Моё.");
    expect(snapshot).not.toMatch(/Чужое|u\/other|AAAA/);
    expect(clip.evidence.find(({ kind }) => kind === "snapshot")?.maskedParts).toBe(2);
    const mask = { x: 19, y: 39, width: 62, height: 22 };
    expect(clip.evidence.find(({ kind }) => kind === "crop")?.masks).toEqual([mask, mask]);
    expect(await bytesOf(clip, "crop")).toBe("[[19,39,62,22],[19,39,62,22]]");
    // The hidden picture hung on the post: its bytes stay here too.
    expect(await bytesOf(clip, "attachment")).toBeUndefined();
    expect(clip.attachments?.[0]?.sha256).toBeNull();
  });

  it("has nothing of other people's, also when they were to be hidden before the snapshot was there", async () => {
    const switched = turnOthers(sampleDraft(), [], true);
    const { clip } = (await sendToOutbox(await draftWith(switched.edits))).request;
    expect(await bytesOf(clip, "snapshot")).not.toMatch(/Чужое|u\/other|AAAA/);
    expect(clip.evidence.find(({ kind }) => kind === "snapshot")?.maskedParts).toBe(2);
    expect(clip.evidence.find(({ kind }) => kind === "crop")?.masks).toHaveLength(2);
    expect(await bytesOf(clip, "attachment")).toBeUndefined();
  });

  it("goes without a snapshot of which nobody knows any more whose its parts are, when others are hidden", async () => {
    const draft = await draftWith(turnOthers(sampleDraft(), [], true).edits);
    const [snapshot] = (await listDraftFiles(draft.id)).filter(({ id }) => id === "snapshot");
    if (snapshot !== undefined) {
      const { parts: _parts, ...unnamed } = snapshot;
      await addDraftFiles(draft.id, [unnamed]);
    }
    expect((await sendToOutbox(draft)).request.clip.evidence.map(({ kind }) => kind)).toEqual(["attachment"]);
  });

  it("goes without a picture on which what is hidden cannot be found", async () => {
    const draft = await draftWith({ hiddenParts: ["1"] });
    const [crop] = (await listDraftFiles(draft.id)).filter(({ id }) => id === "crop");
    const moved = { width: 200, height: 120, post: { width: 100, height: 60 }, scale: 2 };
    if (crop !== undefined) await addDraftFiles(draft.id, [{ ...crop, picture: moved }]);
    const { clip } = (await sendToOutbox(draft)).request;
    expect(clip.evidence.map(({ kind }) => kind)).toEqual(["attachment", "snapshot"]);
  });

  it("goes without the picture that was taken out of it before its bytes were there", async () => {
    const draft = await draftWith();
    draft.request.clip.attachments = [];
    expect((await sendToOutbox(draft)).request.clip.evidence.map(({ kind }) => kind)).toEqual([
      "crop",
      "snapshot",
    ]);
  });

  it("goes without a hidden picture that was shown in another size", async () => {
    const draft = await draftWith({ hiddenParts: ["2"] });
    const [snapshot] = (await listDraftFiles(draft.id)).filter(({ id }) => id === "snapshot");
    const parts = snapshot?.parts?.parts.map((part) =>
      part.kind === "picture"
        ? { ...part, url: "https://forum.test/box-small.png", alsoAt: [BOX_URL] }
        : part,
    );
    if (snapshot?.parts) {
      await addDraftFiles(draft.id, [{ ...snapshot, parts: { ...snapshot.parts, parts: parts ?? [] } }]);
    }
    expect((await sendToOutbox(draft)).request.clip.evidence.map(({ kind }) => kind)).toEqual([
      "crop",
      "snapshot",
    ]);
  });

  it("has nothing of a post that was left out of it", async () => {
    const draft = await draftWith();
    const [own] = postsOf(draft.captured);
    const more = [{ ...own, narrative: "Другое" }];
    const both = { ...draft, captured: { ...draft.captured, more } };
    both.request = { ...draft.request, clip: { ...draft.request.clip, more } };
    const one = (await sendToOutbox(removePost(movePostFirst(both, 1), 1))).request.clip;
    expect(one.narrative).toBe("Другое");
    expect(one.evidence.map(({ kind }) => kind)).toEqual(["snapshot"]);
    expect(await bytesOf(one, "snapshot")).not.toMatch(/Моё|Чужое/);
  });

  it("goes without pictures when others are hidden and the snapshot ends before the post does", async () => {
    const draft = await draftWith({ hiddenParts: [OTHERS, "1", "2"] });
    const [snapshot] = (await listDraftFiles(draft.id)).filter(({ id }) => id === "snapshot");
    if (snapshot?.parts) {
      await addDraftFiles(draft.id, [{ ...snapshot, parts: { ...snapshot.parts, isCut: true } }]);
    }
    expect((await sendToOutbox(draft)).request.clip.evidence.map(({ kind }) => kind)).toEqual(["snapshot"]);
  });

  it("goes without the files that were left out", async () => {
    const { clip } = (await sendToOutbox(await draftWith({ leftOut: ["snapshot", "crop"] }))).request;
    expect(clip.evidence.map(({ kind }) => kind)).toEqual(["attachment"]);
  });

  it("goes unsigned where the browser cannot sign", async () => {
    const draft = await draftWith();
    vi.spyOn(crypto.subtle, "sign").mockRejectedValue(new Error("no keys here"));
    expect((await sendToOutbox(draft)).request.clip.proof).toBeUndefined();
  });

  it("is signed by one key, which cannot be read", async () => {
    const [one, other] = [await sendToOutbox(await draftWith()), await sendToOutbox(await draftWith())];
    expect(one.request.clip.proof?.publicKey).toBe(other.request.clip.proof?.publicKey);
    const store = await openClipStore();
    const kept = await store.get("keys", "signing");
    store.close();
    expect(kept?.keys.privateKey.extractable).toBe(false);
  });

  it("takes the draft's files along", async () => {
    const draft = await draftWith();
    await sendToOutbox(draft);
    expect(await listDraftFiles(draft.id)).toEqual([]);
  });
});

it("corrected after it was refused is signed anew, with the same files", async () => {
  const draft = await draftWith();
  const first = await sendToOutbox(draft);
  const store = await openClipStore();
  await changeItem(store, draft.id, { state: "parked" });
  await correctItem(draft.id);
  const again = await store.get("drafts", draft.id);
  store.close();
  if (again === undefined) throw new Error("not a draft again");
  expect(again.request.clip.proof).toBeUndefined();
  again.request.clip.narrative = "Исправлено.";
  const second = await sendToOutbox(again);
  expect(second.request.clip.evidence.map(({ kind }) => kind).sort()).toEqual(
    first.request.clip.evidence.map(({ kind }) => kind).sort(),
  );
  expect(second.request.clip.attachments).toEqual(first.request.clip.attachments);
  expect(await checksOf(second)).toEqual(Array(4).fill(true));
});

it("corrected after it was refused says again what is black in its pictures", async () => {
  const mask = { x: 1, y: 2, width: 3, height: 4 };
  const image = new Blob(["screen"], { type: "image/png" });
  const draft = await draftWith({ cropMasks: [mask] });
  const screenshot = { image, width: 200, height: 100, region: null, masks: [mask, mask] };
  const first = await sendToOutbox({ ...draft, screenshot });
  const store = await openClipStore();
  await changeItem(store, draft.id, { state: "parked" });
  await correctItem(draft.id);
  const again = await store.get("drafts", draft.id);
  store.close();
  if (again === undefined) throw new Error("not a draft again");
  const masksOf = ({ request: { clip } }: OutboxItem) =>
    clip.evidence.map(({ kind, masks }) => [kind, masks]).sort();
  const second = await sendToOutbox({
    ...again,
    screenshot: again.screenshot && { ...again.screenshot, masks: [] },
  });
  expect(masksOf(second)).toEqual(masksOf(first));
  expect(masksOf(second)).toContainEqual(["crop", [mask]]);
  expect(masksOf(second)).toContainEqual(["screenshot", [mask, mask]]);
});

it("files that come after the draft was thrown away are not kept", async () => {
  const draft = await draftWith();
  const files = await discardDraft(draft.id);
  expect(files).toHaveLength(3);
  expect(await addDraftFiles(draft.id, files)).toBe(false);
  expect(await listDraftFiles(draft.id)).toEqual([]);
});
