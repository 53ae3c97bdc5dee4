import type { Problem } from "@otklik/shared/problem";
import { describe, expect, it } from "vitest";
import type { Failure } from "../api/outcome";
import { sayFailure, sayWrong } from "./say-failure";

const refused = (problem: Partial<Problem>): Failure => ({
  kind: "refused",
  problem: {
    type: "",
    title: "as sent",
    status: 422,
    code: "invalid-request",
    detail: "as sent",
    ...problem,
  },
});

describe("a failure", () => {
  it("is told in the language chosen now, not in that of the answer", () => {
    const failure = refused({ code: "wrong-credentials" });
    expect(sayFailure("ru", failure).title).toMatch(/[а-я]/);
    expect(sayFailure("en", failure).title).toMatch(/^[a-z -]+$/i);
  });

  it("that this page does not know is told in the server's words", () => {
    const newer = refused({});
    Object.assign(newer, { problem: { title: "A new problem", code: "not-invented-yet", status: 400 } });
    expect(sayFailure("en", newer)).toEqual({ title: "A new problem", detail: "" });
  });

  it("to reach the server says that nothing is lost and what to do", () => {
    expect(sayFailure("en", { kind: "unreachable" }).detail).toContain("lost");
  });
});

describe("what is wrong in a field", () => {
  const failure = refused({
    errors: [
      { path: "name", reason: "too_small", limit: 1, message: "" },
      { path: "password", reason: "too_small", limit: 10, message: "" },
    ],
  });

  it("is told at that field alone", () => {
    expect(sayWrong("en", failure, "password")).toEqual([expect.stringContaining("10")]);
    expect(sayWrong("en", failure, "email")).toEqual([]);
  });

  it.each([
    ["no failure", null],
    ["no answer", { kind: "unreachable" }],
    ["a refusal that names no field", refused({})],
  ] as const)("is nothing after %s", (_case, none) => {
    expect(sayWrong("en", none, "name")).toEqual([]);
  });
});
