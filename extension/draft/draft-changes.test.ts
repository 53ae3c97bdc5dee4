import { describe, expect, it } from "vitest";
import { sampleDraft } from "../../tests/support/sample-draft";
import {
  adoptCapture,
  changeRequest,
  correctField,
  isCorrected,
  isMissing,
  restoreField,
} from "./draft-changes";

const draft = sampleDraft();

describe("a field of a draft", () => {
  it("that is corrected says so, and the captured value stays to go back to", () => {
    const corrected = correctField(draft, "narrative", "Иначе");
    expect(corrected.request.clip).toMatchObject({ narrative: "Иначе", sources: { narrative: "agent" } });
    expect(isCorrected(corrected, "narrative")).toBe(true);
    expect(corrected.captured).toEqual(draft.captured);
  });

  it.each(["restored", "typed back"])("that is %s has its first source again", (way) => {
    const corrected = correctField(draft, "narrative", "Иначе");
    const back =
      way === "restored"
        ? restoreField(corrected, "narrative")
        : correctField(corrected, "narrative", draft.captured.narrative);
    expect(back.request.clip).toEqual(draft.request.clip);
  });

  it("that was not found has no source until it is typed, nor after it is emptied", () => {
    expect(isMissing(draft, "postedAt")).toBe(true);
    const typed = correctField(draft, "postedAt", { at: null, precision: "day", raw: "2026-11-17" });
    expect(typed.request.clip.sources.postedAt).toBe("agent");
    expect(restoreField(typed, "postedAt").request.clip.sources).not.toHaveProperty("postedAt");
  });

  it("permalink takes the platform's key with it and brings it back", () => {
    const other = correctField(draft, "permalink", "https://other.example/1");
    expect(other.request.clip.permalinkKey).toBeNull();
    expect(restoreField(other, "permalink").request.clip.permalinkKey).toBe(draft.captured.permalinkKey);
  });
});

describe("a capture that comes after the agent has begun", () => {
  const captured = {
    ...draft.captured,
    narrative: "С сайта",
    permalink: "https://forum.example/9",
    channel: "review" as const,
    page: { title: "Новая", url: "https://forum.example/9" },
  };

  it("fills every field that was not typed", () => {
    expect(adoptCapture(draft, captured).request.clip).toEqual(captured);
  });

  it("leaves what was typed or chosen", () => {
    const typed = correctField(draft, "narrative", "Рукой");
    const chosen = changeRequest(typed, { kind: "claim", clip: { ...typed.request.clip, channel: "phone" } });
    const adopted = adoptCapture(chosen, captured);
    expect(adopted.request).toMatchObject({
      kind: "claim",
      clip: {
        narrative: "Рукой",
        channel: "phone",
        permalink: "https://forum.example/9",
        sources: { narrative: "agent" },
      },
    });
    expect(restoreField(adopted, "narrative").request.clip.narrative).toBe("С сайта");
  });
});
