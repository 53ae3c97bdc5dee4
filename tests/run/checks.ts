import { bin, commands, ROOT, runCommand, type Step } from "./step";

const TYPE_PROJECTS = ["shared", "server", "server/web", "extension", "tests"];

/** Format, lint and the order of imports, over the whole tree. */
export function lint(): Step {
  return commands("format and lint", [[bin("biome"), "check", "--error-on-warnings"]]);
}

/**
 * One thread each: several work out the same types once each. And memory is collected late, for what a check makes
 * lives until its end.
 */
const THRIFTY = { flags: ["--singleThreaded"], environment: { GOGC: "400" } };

/** The five type-checked parts, all at once. */
export function types(): Step {
  return {
    name: "types",
    async run() {
      const ends = await Promise.all(
        TYPE_PROJECTS.map((project) =>
          runCommand(
            bin("tsc"),
            ["-p", project, "--pretty", ...THRIFTY.flags, "--incremental", ...remembered(project)],
            ROOT,
            THRIFTY.environment,
          ),
        ),
      );
      return {
        ok: ends.every(({ code }) => code === 0),
        passed: 0,
        failed: 0,
        skipped: 0,
        output: ends.map(({ output }) => output).join(""),
      };
    },
  };
}

/** Where the compiler notes what it has checked, so that the next time it checks what has changed. */
function remembered(project: string): string[] {
  return ["--tsBuildInfoFile", `node_modules/.cache/tsc/${project.replace("/", "-")}.tsbuildinfo`];
}
