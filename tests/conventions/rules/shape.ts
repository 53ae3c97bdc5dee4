import path from "node:path";
import { matches, type Rule, sample } from "../rule";
import { isCode, isTest, productCode, type TreeFile } from "../tree";

const NOTHING_NAMES = new Set(["utils", "util", "helpers", "helper", "types", "common", "misc", "constants"]);

export const filesHaveNames: Rule = {
  says: "a file is named after what it holds: no utils, helpers or types",
  breaches: (tree) => tree.filter((file) => isCode(file) && NOTHING_NAMES.has(baseName(file))).map(toPath),
  bad: [sample("server/src/utils.ts", ""), sample("extension/draft/types.ts", "")],
  good: [sample("shared/src/deadline/vocabulary.ts", "")],
};

/** Kebab-case, or a component's own name; `~` and digits are for nobody. */
const SCRIPT_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const COMPONENT_NAME = /^[A-Z][A-Za-z0-9]*$/;

export const filesAreCasedAlike: Rule = {
  says: "files are kebab-case; a file with markup is a PascalCase component, or `main`",
  breaches: (tree) =>
    tree
      .filter(isCode)
      .filter((file) => {
        const name = baseName(file);
        if (file.path.endsWith(".tsx")) {
          return !COMPONENT_NAME.test(name) && name !== "main" && !name.startsWith("use-");
        }
        // A component's test is named after it.
        return !SCRIPT_NAME.test(name) && !(isTest(file) && COMPONENT_NAME.test(name));
      })
      .map(toPath),
  bad: [sample("server/src/findComplaint.ts", ""), sample("extension/register/complaint-list.tsx", "")],
  good: [
    sample("server/src/find-complaint.db.test.ts", ""),
    sample("extension/register/ComplaintList.test.ts", ""),
    sample("extension/register/ComplaintList.tsx", ""),
    sample("extension/wxt.config.ts", ""),
    sample("extension/entrypoints/popup/main.tsx", ""),
  ],
};

/** As the projects of `tests/vitest.config.ts` look for them. */
const RUN_TESTS =
  /^(?:extension|server|shared|tests\/(?:abuse|conventions|e2e\/(?:chromium|desk|firefox)|faults|reading|run|support))\//;

export const testsAreRun: Rule = {
  says: "a test lies where a project runs it",
  breaches: (tree) => tree.map(toPath).filter((file) => /\.test\.tsx?$/.test(file) && !RUN_TESTS.test(file)),
  bad: [sample("tests/one.test.ts", ""), sample("tests/e2e/one.test.ts", "")],
  good: [sample("tests/e2e/desk/one.test.ts", ""), sample("server/src/one.db.test.ts", "")],
};

const LINES = { code: 300, test: 400 } as const;
const MAY_BE_LONG = /\/schema\.ts$|(?:^|\/)messages\//;

export const filesAreRead: Rule = {
  says: `a file can be read at one go: ${LINES.code} lines, ${LINES.test} for a test`,
  breaches: (tree) =>
    tree
      .filter((file) => isCode(file) && !MAY_BE_LONG.test(file.path))
      .map((file) => ({ file, lines: file.text.trimEnd().split("\n").length }))
      .filter(({ file, lines }) => lines > (isTest(file) ? LINES.test : LINES.code))
      .map(({ file, lines }) => `${file.path} has ${lines} lines`),
  bad: [
    sample("server/src/a.ts", "//\n".repeat(LINES.code + 1)),
    sample("server/src/a.test.ts", "//\n".repeat(LINES.test + 1)),
  ],
  good: [
    sample("server/src/a.ts", "//\n".repeat(LINES.code)),
    sample("server/src/db/schema.ts", "//\n".repeat(LINES.code + 1)),
    sample("shared/src/messages/complaint/ru.ts", "//\n".repeat(LINES.code + 1)),
  ],
};

const SILENCED = /biome-ignore|@ts-(?:ignore|nocheck|expect-error)|\bas unknown as\b/;
const UNDATED = /\b(?:TODO|FIXME)\b(?! \[\d{4}-\d{2}-\d{2}\]: )/;
const FOCUSED = /\b(?:it|test|describe)\.(?:only|skip|todo|fails)\b/;

export const nothingIsSilenced: Rule = {
  says: "no check is silenced, no work is left without a date, no test is skipped or alone",
  breaches: (tree) =>
    tree
      .filter((file) => isCode(file) && !file.path.startsWith("tests/conventions/"))
      .flatMap((file) => [SILENCED, UNDATED, FOCUSED].flatMap((pattern) => matches(file, pattern))),
  bad: [
    sample("server/src/a.ts", "// biome-ignore lint: later"),
    sample("server/src/a.ts", "// @ts-expect-error"),
    sample("server/src/a.ts", "const a = b as unknown as C;"),
    sample("server/src/a.ts", "// TODO: mend"),
    sample("server/src/a.test.ts", 'it.only("works", () => {});'),
    sample("server/src/a.test.ts", 'describe.skip("works", () => {});'),
  ],
  good: [sample("server/src/a.ts", "// TODO [2027-01-01]: drop when the browser is gone")],
};

const EXPORTED_FUNCTION = /^export (?:async )?function \w+/;

export const functionsSayWhatTheyDo: Rule = {
  says: "a function that other files may call has a docstring",
  breaches: (tree) =>
    tree
      .filter((file) => isCode(file) && !isTest(file))
      .flatMap((file) => {
        const lines = file.text.split("\n");
        return lines.flatMap((line, index) =>
          EXPORTED_FUNCTION.test(line) && lines[index - 1]?.trimEnd().endsWith("*/") !== true
            ? [`${file.path}:${index + 1}: ${line}`]
            : [],
        );
      }),
  bad: [
    sample("server/src/a.ts", "export function findIt() {}"),
    sample("extension/draft/A.tsx", "// Draws it.\nexport async function drawIt() {}"),
  ],
  good: [
    sample("server/src/a.ts", "/** Finds it. */\nexport function findIt() {}\n\nfunction look() {}"),
    sample("server/src/a.test.ts", "export function findIt() {}"),
  ],
};

const SITES = "extension/clip/sites/";

export const sitesComeInTriples: Rule = {
  says: "a site is three files, adapter, test and fixture, stands in a list, and is tried with hostile text",
  breaches: (tree) => {
    const texts = new Map(tree.map((file) => [file.path, file.text]));
    const lists = ["index.ts", "mail-sites.ts"].map((name) => texts.get(`${SITES}${name}`) ?? "");
    return productCode(tree, SITES)
      .map((file) => file.path.slice(SITES.length, -".ts".length))
      .filter((name) => name.includes("/"))
      .flatMap((name) => {
        const test = texts.get(`${SITES}${name}.test.ts`);
        return [
          test === undefined && `${SITES}${name}.test.ts is missing`,
          test?.includes("itTakesHostileTextAsText(") === false &&
            `${SITES}${name}.test.ts tries no hostile text`,
          !texts.has(`${SITES}${name}.fixture.html`) && `${SITES}${name}.fixture.html is missing`,
          !lists.some((list) => list.includes(`"./${name}"`)) && `no list of ${SITES} has ${name}`,
        ].filter((breach) => breach !== false);
      });
  },
  bad: [
    [
      ...sample(`${SITES}social/forum.ts`, ""),
      ...sample(`${SITES}index.ts`, 'import { forum } from "./social/forum";'),
    ],
    [
      ...sample(`${SITES}social/forum.ts`, ""),
      ...sample(`${SITES}social/forum.test.ts`, "itTakesHostileTextAsText(fixture, ADDRESS);"),
      ...sample(`${SITES}social/forum.fixture.html`, ""),
      ...sample(`${SITES}index.ts`, ""),
    ],
    [
      ...sample(`${SITES}social/forum.ts`, ""),
      ...sample(`${SITES}social/forum.test.ts`, ""),
      ...sample(`${SITES}social/forum.fixture.html`, ""),
      ...sample(`${SITES}index.ts`, 'import { forum } from "./social/forum";'),
    ],
  ],
  good: [
    [
      ...sample(`${SITES}social/forum.ts`, ""),
      ...sample(`${SITES}social/forum.test.ts`, "itTakesHostileTextAsText(fixture, ADDRESS);"),
      ...sample(`${SITES}social/forum.fixture.html`, ""),
      ...sample(`${SITES}index.ts`, 'import { forum } from "./social/forum";'),
      ...sample(`${SITES}locate-post.ts`, ""),
    ],
    [
      ...sample(`${SITES}mail/post-office.ts`, ""),
      ...sample(`${SITES}mail/post-office.test.ts`, "itTakesHostileTextAsText(fixture, ADDRESS);"),
      ...sample(`${SITES}mail/post-office.fixture.html`, ""),
      ...sample(`${SITES}mail-sites.ts`, 'import { postOffice } from "./mail/post-office";'),
    ],
  ],
};

function baseName(file: TreeFile): string {
  return path.posix.basename(file.path).split(".")[0] ?? "";
}

function toPath(file: TreeFile): string {
  return file.path;
}
