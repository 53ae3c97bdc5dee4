import { describe, expect, it } from "vitest";
import { runSteps } from "./run-steps";
import type { Outcome, Step } from "./step";

const NOTHING: Outcome = { ok: true, passed: 0, failed: 0, skipped: 0, output: "" };

function step(name: string, outcome: Partial<Outcome>, after: readonly string[] = []): Step {
  return { name, after, run: async () => ({ ...NOTHING, ...outcome }) };
}

async function report(steps: readonly Step[]): Promise<{ code: number; lines: string[] }> {
  let text = "";
  const code = await runSteps(steps, 2, (part) => {
    text += part;
  });
  return { code, lines: text.trimEnd().split("\n") };
}

describe("the last line", () => {
  it("sums up the tests of every step", async () => {
    const { code, lines } = await report([step("a", { passed: 3 }), step("b", { passed: 4 })]);
    expect(lines.at(-1)).toBe("7 passed, 0 failed");
    expect(code).toBe(0);
  });

  it.each([
    ["a failed test is one failure", { ok: false, passed: 2, failed: 1 }, "2 passed, 1 failed"],
    ["a step that breaks without a count is one failure", { ok: false }, "0 passed, 1 failed"],
    ["a failed test fails the run even when the command ended with 0", { failed: 2 }, "0 passed, 2 failed"],
  ])("%s", async (_rule, outcome, last) => {
    const { code, lines } = await report([step("a", outcome)]);
    expect(lines.at(-1)).toBe(last);
    expect(code).toBe(1);
  });

  it("counts a step that throws", async () => {
    const broken: Step = { name: "a", run: () => Promise.reject(new Error("no such program")) };
    const { code, lines } = await report([broken]);
    expect(lines.join("\n")).toContain("no such program");
    expect(lines.at(-1)).toBe("0 passed, 1 failed");
    expect(code).toBe(1);
  });
});

it("says of a step that could not run why, and counts it as failed", async () => {
  const { lines } = await report([step("build", { ok: false }), step("browser", { passed: 5 }, ["build"])]);
  expect(lines).toContain("not run  browser: build failed");
  expect(lines.at(-1)).toBe("0 passed, 2 failed");
});

it("runs a step only after those before it have ended", async () => {
  const order: string[] = [];
  const noting = (name: string, after: readonly string[] = []): Step => ({
    name,
    after,
    run: async () => {
      await Promise.resolve();
      order.push(name);
      return NOTHING;
    },
  });
  await report([noting("last", ["first", "second"]), noting("first"), noting("second", ["first"])]);
  expect(order).toEqual(["first", "second", "last"]);
});

it("prints everything that a failing step printed, and nothing of a good one", async () => {
  const { lines } = await report([
    step("good", { output: "chatter" }),
    step("bad", { ok: false, output: "line 1\nline 2" }),
  ]);
  expect(lines).not.toContain("chatter");
  expect(lines).toEqual(expect.arrayContaining(["line 1", "line 2"]));
});

it("names the tests that failed before all that their step printed", async () => {
  const { lines } = await report([
    step("bad", { ok: false, failed: 1, failures: ["a.test.ts: signs in\nno such page"], output: "chatter" }),
  ]);
  expect(lines.slice(1)).toEqual([
    "failed   a.test.ts: signs in",
    "no such page",
    "",
    "chatter",
    "",
    "0 passed, 1 failed",
  ]);
});

it("says how many tests were skipped", async () => {
  const { lines } = await report([step("unit", { passed: 1, skipped: 2 })]);
  expect(lines[0]).toMatch(/^ok .*unit, \d+\.\d s \(1 passed, 2 skipped\)$/);
});

it("names the tests that passed only at the second try, of a good step too", async () => {
  const { code, lines } = await report([
    step("desk", { passed: 3, unsteady: ["a.test.ts: signs in\ntoo late"] }),
  ]);
  expect(lines[0]).toMatch(/^ok .*desk, \d+\.\d s \(3 passed, 1 at the second try\)$/);
  expect(lines.slice(1)).toEqual(["unsteady a.test.ts: signs in", "too late", "3 passed, 0 failed"]);
  expect(code).toBe(0);
});
