import { PROBLEM_STATUS, PROBLEM_TYPE_PREFIX, type ProblemCode } from "@otklik/shared/problem-codes";
import { expect, it } from "vitest";
import type { Failure } from "../api/outcome";
import { mayPass } from "./may-pass";

const refused = (code: ProblemCode): Failure => ({
  kind: "refused",
  problem: { type: `${PROBLEM_TYPE_PREFIX}${code}`, code, status: PROBLEM_STATUS[code], title: "" },
});

it.each([
  ["no answer came", { kind: "unreachable" }, true],
  ["the server failed", refused("internal-error"), true],
  ["it was asked too often", refused("too-many-requests"), true],
  ["a code is open in another session", refused("pairing-claimed"), false],
  ["there is no such thing", refused("not-found"), false],
] as const)("offers to try again only what may pass: %s", (_what, failure, may) => {
  expect(mayPass(failure)).toBe(may);
});
