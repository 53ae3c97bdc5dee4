// @vitest-environment jsdom
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { freshExtensionWorld, silenceBroadcasts } from "../../tests/support/extension-world";
import { nextFrame } from "../../tests/support/next-frame";
import { sampleDraft } from "../../tests/support/sample-draft";
import { until } from "../../tests/support/until";
import { sayDraft } from "../messages/draft";
import { DraftEditor } from "./DraftEditor";
import { putDraft } from "./draft-store";

const onDiscard = vi.fn();

beforeEach(async () => {
  freshExtensionWorld();
  silenceBroadcasts();
  onDiscard.mockReset();
  const draft = sampleDraft();
  await putDraft(draft);
  await act(() =>
    render(
      <DraftEditor locale="en" stored={draft} onSent={() => undefined} onDiscard={onDiscard} />,
      document.body,
    ),
  );
});

afterEach(() => {
  render(null, document.body);
  return nextFrame();
});

/** Types words that the database does not take. */
async function typeInVain(): Promise<void> {
  vi.spyOn(indexedDB, "open").mockImplementation(() => {
    throw new Error("The database is full");
  });
  const [field] = document.querySelectorAll("textarea");
  if (field === undefined) throw new Error("nothing to type in");
  field.value = "Рукой";
  await act(() => void field.dispatchEvent(new Event("input", { bubbles: true })));
}

async function pressDiscard(): Promise<void> {
  const button = [...document.querySelectorAll("button")].find(
    ({ textContent }) => textContent === sayDraft("en", "discard"),
  );
  await act(() => button?.click());
}

it("is discarded with words that cannot be saved", async () => {
  await typeInVain();
  await pressDiscard();
  await until("the draft to go", () => onDiscard.mock.calls.length === 1);
  expect(onDiscard.mock.calls[0]?.[0].request.clip.narrative).toBe("Рукой");
});

it("says why it is not discarded", async () => {
  onDiscard.mockRejectedValue("it is held open");
  await pressDiscard();
  const said = sayDraft("en", "discard.failed", { reason: "it is held open" });
  const reason = await until("the reason", () =>
    [...document.querySelectorAll("p.error")].find(({ textContent }) => textContent === said),
  );
  expect(reason.closest("[role=alert]")).not.toBeNull();
});
