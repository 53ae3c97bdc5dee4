import { describe, expect, it } from "vitest";
import type { Failure } from "../../api/outcome";
import { sayExtensionWrong, toExtensionRefusal } from "./extension-wrong";

const choice = { earliest: "2026-03-13", latest: "2026-03-20", suggested: "2026-03-19" };
const refused = (code: "extension-too-late" | "complaint-closed"): Failure => ({
  kind: "refused",
  problem: { type: "", title: "as sent", status: 409, code, detail: "as sent" },
});

describe("a later date", () => {
  it.each([
    ["the first day after the present one", "2026-03-13"],
    ["the last day that the act allows", "2026-03-20"],
  ])("may be %s", (_day, dueOn) => {
    expect(sayExtensionWrong("en", { dueOn, choice, refusal: null, wasSent: true })).toEqual([]);
  });

  it.each([
    ["the present one", "2026-03-12", "The new date is not later."],
    ["past the limit", "2026-03-21", "The extension is too long."],
  ])("may not be %s", (_day, dueOn, words) => {
    expect(sayExtensionWrong("en", { dueOn, choice, refusal: null, wasSent: false })[0]).toBe(words);
  });

  it("may be any later day where nothing limits it", () => {
    const free = { ...choice, latest: null };
    expect(
      sayExtensionWrong("en", { dueOn: "2030-01-01", choice: free, refusal: null, wasSent: true }),
    ).toEqual([]);
  });

  it("is asked for once somebody tries to send without it", () => {
    const say = (wasSent: boolean) => sayExtensionWrong("en", { dueOn: "", choice, refusal: null, wasSent });
    expect(say(false)).toEqual([]);
    expect(say(true)).toEqual(["Choose the new date."]);
  });

  it("that the server refuses is told in the reader's words", () => {
    const refusal = toExtensionRefusal(refused("extension-too-late"));
    const said = sayExtensionWrong("ru", { dueOn: "2026-03-13", choice, refusal, wasSent: true });
    expect(said.join(" ")).toMatch(/[а-я]/);
    expect(said.join(" ")).not.toContain("as sent");
  });
});

it.each([
  ["another refusal", refused("complaint-closed")],
  ["a lost connection", { kind: "unreachable" } as const],
  ["nothing", null],
])("%s is not the date's fault", (_case, failure) => {
  expect(toExtensionRefusal(failure)).toBeNull();
});
