import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs what `pnpm due` runs. */
async function due(...words: string[]): Promise<Ended> {
  const { scripts } = JSON.parse(await readFile(`${ROOT}/package.json`, "utf8"));
  const [runner, program] = scripts.due.split(" ");
  expect(runner).toBe("tsx");
  return new Promise((resolve) => {
    const args = ["--import", "tsx", program, ...words];
    execFile(process.execPath, args, { cwd: ROOT }, (error, stdout, stderr) =>
      resolve({ status: typeof error?.code === "number" ? error.code : 0, stdout, stderr }),
    );
  });
}

describe("pnpm due", () => {
  it("prints a bare term as one line of JSON and nothing else", async () => {
    const ended = await due("--unit", "working_day", "--n", "1", "--from", "2025-10-31", "--json");
    const trace = [
      { on: "2025-10-31", reason: "day.event", counted: false, act: "Civil Code art. 191" },
      {
        on: "2025-11-01",
        reason: "day.workingWeekend",
        counted: true,
        act: "Government decree No. 1335 of 2024-10-04",
      },
    ];
    expect(ended).toEqual({
      status: 0,
      stdout: `${JSON.stringify({ dueOn: "2025-11-01", provisional: false, trace })}\n`,
      stderr: "",
    });
  });

  it("prints the dates of a complaint", async () => {
    const facts = ["--received", "2025-12-02T12:00", "--kind", "claim", "--channel", "social"];
    const { status, stdout } = await due(...facts);
    expect(status).toBe(0);
    expect(stdout).toContain("Answer: due Monday 12 January 2026");
  });

  it("refuses with one sentence on the error stream and status 2", async () => {
    expect(await due("--unit", "week", "--n", "1", "--from", "2026-02-30")).toEqual({
      status: 2,
      stdout: "",
      stderr: '--from must be a date such as 2026-11-21, not "2026-02-30".\n',
    });
  });

  it("says in one sentence that a file is not there", async () => {
    const { status, stdout, stderr } = await due("--calendar", "no/such.json", "--unit", "week");
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: "",
      stderr: 'The file of --calendar "no/such.json" cannot be read.\n',
    });
  });
});
