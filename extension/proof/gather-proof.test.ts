import { beforeEach, expect, it } from "vitest";
import { browser } from "wxt/browser";
import { freshExtensionWorld } from "../../tests/support/extension-world";
import { sampleDraft } from "../../tests/support/sample-draft";
import { listDrafts, putDraft } from "../draft/draft-store";
import { gatherProof } from "./gather-proof";
import type { PageSnapshot } from "./snapshot/run-snapshot-script";

const snapshot: PageSnapshot = {
  markup: "",
  shown: 1,
  styles: "",
  background: "#fff",
  post: { width: 10, height: 10 },
  parts: [],
  isCut: false,
  missingPictures: 0,
};

beforeEach(freshExtensionWorld);

it("that the post has no picture of its own is said as it is", async () => {
  // The page gives its snapshot, and has gone when it is asked where the post stands.
  const execute = async ({ files }: { readonly files?: readonly string[] }) => [
    { result: files === undefined ? null : snapshot },
  ];
  Object.assign(browser.scripting, { executeScript: execute });
  const draft = sampleDraft();
  await putDraft(draft);
  await gatherProof(draft, { id: 1, windowId: 1, url: "https://forum.test/1" }, null);
  expect((await listDrafts()).map(({ notes }) => notes)).toEqual([["no-crop"]]);
});
