// @vitest-environment jsdom
import { Blob as NodeBlob } from "node:buffer";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { freshExtensionWorld, silenceBroadcasts } from "../../tests/support/extension-world";
import { nextFrame } from "../../tests/support/next-frame";
import { sampleDraft } from "../../tests/support/sample-draft";
import { until } from "../../tests/support/until";
import { putDraft } from "../draft/draft-store";
import { sayEvidence } from "../messages/evidence";
import { addDraftFiles } from "../storage/draft-files";
import { EvidenceSection } from "./EvidenceSection";
import { gatheringLock, isBeingGathered } from "./gathering";

beforeEach(() => {
  freshExtensionWorld();
  silenceBroadcasts();
  // The database copies Node's own alone.
  vi.stubGlobal("Blob", NodeBlob);
});

afterEach(() => {
  render(null, document.body);
  return nextFrame();
});

const isSaid = (words: string) => document.body.textContent?.includes(words) ?? false;

it("says that there are no other people's words only once no further snapshot is being made", async () => {
  const draft = sampleDraft({ snapshotsDue: [1] });
  await putDraft(draft);
  const snapshot = {
    id: "snapshot",
    kind: "snapshot",
    mediaType: "text/html",
    name: null,
    url: null,
  } as const;
  const parts = { post: { width: 1, height: 1 }, parts: [] };
  await addDraftFiles(draft.id, [{ ...snapshot, blob: new Blob(["<p>А"]), parts }]);
  let finish: () => void = () => undefined;
  const made = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const making = navigator.locks.request(gatheringLock(draft.id), () => made);
  await until("the making", () => isBeingGathered(draft.id));
  await act(() =>
    render(<EvidenceSection locale="en" draft={draft} change={() => undefined} />, document.body),
  );
  await until("the evidence", () => isSaid(sayEvidence("en", "kind.snapshot")));
  await until("what is under way", () => isSaid(sayEvidence("en", "gathering")));
  expect(isSaid(sayEvidence("en", "others.none"))).toBe(false);
  finish();
  await making;
  await until("what there is", () => isSaid(sayEvidence("en", "others.none")));
  expect(isSaid(sayEvidence("en", "gathering"))).toBe(false);
});
