import { bin, commands, ROOT, runCommand, type Step } from "./step";

const TYPE_PROJECTS = ["shared", "server", "server/web", "extension", "tests"];

/** Format, lint and the order of imports, over the whole tree. */
export function lint(): Step {
  return commands("format and lint", [[bin("biome"), "check", "--error-on-warnings"]]);
}

/** The five type-checked parts, all at once. */
export function types(): Step {
  return {
    name: "types",
    async run() {
      const ends = await Promise.all(
        TYPE_PROJECTS.map((project) =>
          runCommand(bin("tsc"), ["-p", project, "--pretty", "--incremental", ...remembered(project)], ROOT),
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
