import { createContext, Script } from "node:vm";
import { describe, expect, it } from "vitest";
import { programOf, walk } from "../conventions/syntax";
import { productCode, projectTree, type TreeFile } from "../conventions/tree";

/** Far more than any pattern needs even on a busy machine; one that goes back and forth needs far more than this. */
const PATIENCE_MS = 1_000;
/** A machine may stand still for a second; it is the pattern that is slow if this happens each time. */
const TRIES = 3;

/** Repeated, they lead a pattern on; the ends disappoint it. */
const PUMPS = [
  "a",
  "1",
  " ",
  "\n",
  "-",
  ".",
  "/",
  "@",
  "_",
  ":",
  "[",
  "(",
  "<",
  "=",
  "%",
  "я",
  "a ",
  "a-",
  "a@",
  "/a",
  "1.",
  "http://",
  "\r\n",
];
const ENDS = ["\u0000", "!", "\n!"];

function hostileTexts(length: number): readonly string[] {
  return PUMPS.flatMap((pump) => ENDS.map((end) => pump.repeat(length / pump.length) + end));
}

interface Pattern {
  readonly source: string;
  readonly flags: string;
}

function patternsOf(file: TreeFile): readonly Pattern[] {
  const patterns: Pattern[] = [];
  walk(programOf(file), ({ type, regex }) => {
    if (type !== "Literal" || typeof regex !== "object" || regex === null) return;
    if (!("pattern" in regex) || !("flags" in regex)) return;
    patterns.push({ source: String(regex.pattern), flags: String(regex.flags).replace("g", "") });
  });
  return patterns;
}

const code = productCode(projectTree());
const search = new Script("pattern.exec(text)");

describe("INJ-11 no pattern takes long over a hostile text", () => {
  it.each([
    // What a clip's text may be as a whole.
    ["of the server and what all share", ["server/src/", "shared/"], 20_000],
    // Addresses, names and lines of a page, which are cut before.
    ["of the extension and the desk", ["extension/", "server/web/"], 2_000],
  ] as const)("%s", (_whose, folders, length) => {
    const files = code.filter((file) => folders.some((folder) => file.path.startsWith(folder)));
    const patterns = files.flatMap((file) => patternsOf(file).map((pattern) => ({ file, pattern })));
    const context = createContext({});
    const isSlowOn = (pattern: RegExp, text: string) => {
      Object.assign(context, { pattern, text });
      try {
        search.runInContext(context, { timeout: PATIENCE_MS });
        return false;
      } catch {
        return true;
      }
    };
    const takesLong = ({ source, flags }: Pattern) => {
      const pattern = new RegExp(source, flags);
      return hostileTexts(length).some((text) =>
        Array.from({ length: TRIES }).every(() => isSlowOn(pattern, text)),
      );
    };
    const slow = patterns.filter(({ pattern }) => takesLong(pattern));
    expect(patterns.length).toBeGreaterThan(50);
    expect(slow.map(({ file, pattern }) => `${file.path}: ${pattern.source}`)).toEqual([]);
  });
});
