import { matches, type Rule, sample } from "../rule";
import { freeNames, isNode, type Node, programOf, walk } from "../syntax";
import { productCode, type TreeFile } from "../tree";

const SURROUNDINGS = [
  ...["Buffer", "process", "require", "__dirname", "global"],
  ...["document", "window", "navigator", "location", "localStorage", "chrome", "browser", "HTMLElement"],
  ...["fetch", "setTimeout", "setInterval", "performance"],
];

export const sharedHasNoSurroundings: Rule = {
  says: "shared runs anywhere: no Node, no DOM, no network, no timer",
  breaches: (tree) =>
    productCode(tree, "shared/src/").flatMap((file) => {
      const names = freeNames(file);
      return SURROUNDINGS.filter((name) => names.has(name)).map((name) => `${file.path} uses ${name}`);
    }),
  bad: [
    sample("shared/src/a.ts", 'export const b = Buffer.from("x");'),
    sample("shared/src/a.ts", "export const title = () => document.title;"),
    sample("shared/src/a.ts", "export const home = process.env.HOME;"),
  ],
  good: [
    sample("shared/src/a.ts", "export const a = (window: string) => ({ window, document: 1 });"),
    sample("shared/src/a.ts", "export const a = (query: { window: string }) => query.window;"),
  ],
};

export const sharedHasNoClock: Rule = {
  says: "shared has no clock and no chance: now is an argument",
  breaches: (tree) =>
    productCode(tree, "shared/src/").flatMap((file) => {
      const found: string[] = [];
      walk(programOf(file), (node) => {
        if (readsClock(node)) found.push(`${file.path} asks for the time or for chance`);
      });
      return found;
    }),
  bad: [
    sample("shared/src/a.ts", "export const a = new Date();"),
    sample("shared/src/a.ts", "export const a = Date.now();"),
    sample("shared/src/a.ts", "export const a = Temporal.Now.instant();"),
    sample("shared/src/a.ts", "export const a = Math.random();"),
  ],
  good: [sample("shared/src/a.ts", "export const a = (at: string) => new Date(at).getTime();")],
};

function readsClock(node: Node): boolean {
  if (node.type === "NewExpression") {
    return nameOf(node.callee) === "Date" && Array.isArray(node.arguments) && node.arguments.length === 0;
  }
  if (node.type !== "MemberExpression") return false;
  const member = `${nameOf(node.object)}.${nameOf(node.property)}`;
  return ["Date.now", "Temporal.Now", "Math.random"].includes(member);
}

function nameOf(value: unknown): string | undefined {
  return isNode(value) && typeof value.name === "string" ? value.name : undefined;
}

/** Where due dates are counted: the only place that adds days or knows how long one is. */
const ENGINE = "shared/src/deadline/";
const DAY_ARITHMETIC =
  /\b(?:setDate|setUTCDate|setHours|setUTCHours|setMonth|setUTCMonth|addDays?|subDays?)\b|\b86_?400/;

export const daysAreCountedOnce: Rule = {
  says: "days are counted in shared/src/deadline and nowhere else",
  breaches: (tree) =>
    productCode(tree)
      .filter((file) => !file.path.startsWith(ENGINE))
      .flatMap((file) => matches(file, DAY_ARITHMETIC)),
  bad: [
    sample("server/src/a.ts", "due.setDate(due.getDate() + 30);"),
    sample("extension/badge/a.ts", "const tomorrow = now + 86400 * 1000;"),
    sample("shared/src/badge/a.ts", "const DAY_MS = 86_400_000;"),
    sample("server/web/a.tsx", "const soon = addDays(now, 3);"),
  ],
  good: [
    sample("shared/src/deadline/a.ts", "const DAY_MS = 86400000;"),
    sample("server/src/a.ts", "const ordinal = 186400;"),
  ],
};

const SINKS =
  /\b(?:innerHTML|dangerouslySetInnerHTML|insertAdjacentHTML|document\.write|createContextualFragment)\b|\bouterHTML\s*=[^=]|\bsql\.raw\b|\beval\(|\bnew Function\(/;

export const textStaysText: Rule = {
  says: "text is never run or parsed as markup or SQL",
  breaches: (tree) => productCode(tree).flatMap((file: TreeFile) => matches(file, SINKS)),
  bad: [
    sample("extension/draft/A.tsx", "<p dangerouslySetInnerHTML={{ __html: text }} />"),
    sample("server/web/a.ts", "element.innerHTML = text;"),
    sample("server/src/a.ts", "sql.raw(name);"),
    sample("extension/a.ts", "element.outerHTML = text;"),
  ],
  good: [sample("extension/a.ts", "const markup = element.outerHTML;\nelement.textContent = text;")],
};
