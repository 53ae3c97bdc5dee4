import type { Outcome, Step } from "./step";

const BROKEN: Outcome = { ok: false, passed: 0, failed: 0, skipped: 0, output: "" };

/** Where the report goes; standard output in real runs. */
export type Write = (text: string) => void;

/**
 * Runs the steps, at most `width` at once, each when those before it have ended well, and says of
 * each how it ended, which tests failed, and which passed only when tried again. The last line is exactly
 * `N passed, N failed`; a step that breaks without a failed test, or cannot run because one before it broke, is one
 * failure.
 *
 * @returns the exit code: 1 on any failure
 */
export async function runSteps(steps: readonly Step[], width: number, write: Write): Promise<0 | 1> {
  const waiting = [...steps];
  const ended = new Map<string, Outcome>();
  const running = new Set<Promise<void>>();

  const settle = (step: Step, outcome: Outcome, line: string) => {
    ended.set(step.name, outcome);
    write(`${line}\n`);
    // Before all else that the step printed: whoever reads of a failure may be shown the beginning only.
    for (const test of outcome.failures ?? []) write(`failed   ${test}\n`);
    for (const test of outcome.unsteady ?? []) write(`unsteady ${test}\n`);
    if (!outcome.ok && outcome.output !== "") write(`\n${outcome.output.trimEnd()}\n\n`);
  };

  while (waiting.length > 0 || running.size > 0) {
    for (const step of [...waiting]) {
      const broken = step.after?.find((name) => ended.get(name)?.ok === false);
      if (broken !== undefined) {
        waiting.splice(waiting.indexOf(step), 1);
        settle(step, BROKEN, `not run  ${step.name}: ${broken} failed`);
        continue;
      }
      if (running.size >= width || !(step.after ?? []).every((name) => ended.has(name))) continue;
      waiting.splice(waiting.indexOf(step), 1);
      const work = runTimed(step).then(({ outcome, line }) => {
        running.delete(work);
        settle(step, outcome, line);
      });
      running.add(work);
    }
    if (running.size > 0) await Promise.race(running);
  }

  const outcomes = [...ended.values()];
  const passed = outcomes.reduce((sum, { passed }) => sum + passed, 0);
  const failed = outcomes.reduce((sum, { ok, failed }) => sum + (ok ? failed : Math.max(failed, 1)), 0);
  write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}

async function runTimed(step: Step): Promise<{ outcome: Outcome; line: string }> {
  const startedAt = performance.now();
  const outcome = await step.run().catch(brokenBy);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const unsteady = outcome.unsteady?.length ?? 0;
  const counts = [
    outcome.passed > 0 && `${outcome.passed} passed`,
    outcome.failed > 0 && `${outcome.failed} failed`,
    outcome.skipped > 0 && `${outcome.skipped} skipped`,
    unsteady > 0 && `${unsteady} at the second try`,
  ].filter((part) => part !== false);
  const detail = counts.length > 0 ? ` (${counts.join(", ")})` : "";
  return { outcome, line: `${outcome.ok ? "ok      " : "FAILED  "} ${step.name}, ${seconds} s${detail}` };
}

function brokenBy(error: unknown): Outcome {
  return { ...BROKEN, output: error instanceof Error ? `${error.stack}` : `${error}` };
}
