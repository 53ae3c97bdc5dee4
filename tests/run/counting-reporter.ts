import { writeFileSync } from "node:fs";
import type { Reporter, TestCase, TestModule } from "vitest/node";

/** What one run of test projects came to. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Tests that failed at first and passed when tried again: file and name, and what was wrong at first. */
  readonly unsteady: readonly string[];
  /** Tests that failed, in the same words. */
  readonly failures: readonly string[];
}

/** The environment variable that names the file to write the counts to, as JSON. */
export const COUNTS_FILE = "OTKLIK_TEST_COUNTS";

/** Counts the tests of a run, and remembers those that failed, or did not pass at once. */
export default class CountingReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const file = process.env[COUNTS_FILE];
    if (file === undefined) throw new Error(`${COUNTS_FILE} names no file`);
    writeFileSync(file, JSON.stringify(countsOf(modules.flatMap((one) => [...one.children.allTests()]))));
  }
}

function countsOf(tests: readonly TestCase[]): Counts {
  const ended = (state: string) => tests.filter((test) => test.result().state === state).length;
  return {
    passed: ended("passed"),
    failed: ended("failed"),
    skipped: ended("skipped"),
    unsteady: tests.filter((test) => test.diagnostic()?.flaky).map(sayWhatFailed),
    failures: tests.filter((test) => test.result().state === "failed").map(sayWhatFailed),
  };
}

function sayWhatFailed(test: TestCase): string {
  const reasons = (test.result().errors ?? []).map(({ stack, message }) => ownLinesOf(stack ?? message));
  return [`${test.module.relativeModuleId}: ${test.fullName}`, ...reasons].join("\n");
}

/** Without the lines of the runner. */
function ownLinesOf(stack: string): string {
  return stack
    .split("\n")
    .filter((line) => !line.includes("node_modules"))
    .join("\n");
}
