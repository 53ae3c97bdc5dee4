import { russia } from "@otklik/shared/deadline/calendar/russia";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { withChoice } from "../edit/day-choice";
import { draftKey, readStoredDraft, writeStoredDraft } from "./stored-draft";

const draft = { base: russia, calendar: withChoice(russia, "2026-11-25", "off") };
let kept: Map<string, string>;

beforeEach(() => {
  kept = new Map();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
    removeItem: (key: string) => kept.delete(key),
  });
});

describe("a stored draft", () => {
  it("is read as it was written, by its organisation alone", () => {
    writeStoredDraft("one", draft);
    expect(readStoredDraft("one")).toEqual(draft);
    expect(readStoredDraft("other")).toBeNull();
  });

  it("is forgotten", () => {
    writeStoredDraft("one", draft);
    writeStoredDraft("one", null);
    expect(kept.size).toBe(0);
  });

  it.each([
    ["not JSON", "{"],
    ["another shape", '{"calendar":{"years":[]}}'],
    ["hours that overlap", JSON.stringify(draft).replaceAll('"to":"18:00"', '"to":"09:00"')],
  ])("that is %s is none", (_what, text) => {
    kept.set(draftKey("one"), text);
    expect(readStoredDraft("one")).toBeNull();
  });

  it("is none where storage is forbidden, and writing it breaks nothing", () => {
    const forbid = () => {
      throw new DOMException("denied", "SecurityError");
    };
    vi.stubGlobal("localStorage", { getItem: forbid, setItem: forbid, removeItem: forbid });
    expect(() => writeStoredDraft("one", draft)).not.toThrow();
    expect(readStoredDraft("one")).toBeNull();
  });
});
