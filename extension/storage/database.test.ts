import { openDB } from "idb";
import { beforeEach, expect, it } from "vitest";
import { freshExtensionWorld } from "../../tests/support/extension-world";
import { sampleDraft } from "../../tests/support/sample-draft";
import { NO_EDITS, openClipStore } from "./database";

beforeEach(() => freshExtensionWorld());

it("keeps the drafts of the version before, with nothing of their evidence hidden or left out", async () => {
  const { edits: _later, ...draft } = sampleDraft();
  const before = await openDB("otklik", 1, {
    upgrade(database) {
      database.createObjectStore("drafts", { keyPath: "id" }).createIndex("updatedAt", "updatedAt");
      database.createObjectStore("outbox", { keyPath: "id" }).createIndex("sequence", "sequence");
      database.createObjectStore("files", { keyPath: "sha256" });
    },
  });
  await before.put("drafts", draft);
  before.close();
  const store = await openClipStore();
  expect(await store.getAll("drafts")).toEqual([{ ...draft, edits: NO_EDITS }]);
  expect(await store.getAll("draftFiles")).toEqual([]);
  store.close();
});
