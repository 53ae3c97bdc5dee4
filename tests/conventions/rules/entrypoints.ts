import { type Rule, sample } from "../rule";
import { isNode, type Node, programOf, walk } from "../syntax";
import { productCode, type TreeFile } from "../tree";

const LINES = 40;

export const entrypointsOnlyWire: Rule = {
  says: `an entrypoint is wiring only: at most ${LINES} lines`,
  breaches: (tree) =>
    entrypoints(tree)
      .filter((file) => file.text.trimEnd().split("\n").length > LINES)
      .map((file) => `${file.path} has ${file.text.trimEnd().split("\n").length} lines`),
  bad: [sample("extension/entrypoints/background.ts", "// a\n".repeat(LINES + 1))],
  good: [sample("extension/entrypoints/background.ts", "// a\n".repeat(LINES))],
};

export const entrypointsStartInMain: Rule = {
  says: "WXT reads entrypoints in Node: nothing at module level touches the browser",
  breaches: (tree) =>
    entrypoints(tree).flatMap((file) => {
      const names = namesAtModuleLevel(programOf(file), file.path.endsWith("/main.tsx") ? PAGE : SCRIPT);
      return names.map((name) => `${file.path} uses ${name} at module level`);
    }),
  bad: [
    sample("extension/entrypoints/background.ts", "browser.alarms.onAlarm.addListener(() => {});"),
    sample("extension/entrypoints/clip.ts", "const url = location.href;"),
    sample(
      "extension/entrypoints/background.ts",
      "const stored = chrome.storage.local;\nexport default defineBackground(() => {});",
    ),
    sample("extension/entrypoints/popup/main.tsx", "browser.storage.local.get();"),
  ],
  good: [
    sample(
      "extension/entrypoints/background.ts",
      "export default defineBackground(() => { browser.alarms.onAlarm.addListener(tick); });",
    ),
    sample(
      "extension/entrypoints/clip.ts",
      "export default defineUnlistedScript(() => clip(location.href));",
    ),
    sample("extension/entrypoints/popup/main.tsx", 'render(<Popup />, document.getElementById("app"));'),
  ],
};

/** A page's script runs in its page alone, and may put its component there. */
const PAGE = new Set(["browser", "chrome"]);
const SCRIPT = new Set(["browser", "chrome", "document", "window", "location", "navigator", "self"]);

function entrypoints(tree: readonly TreeFile[]): readonly TreeFile[] {
  return productCode(tree, "extension/entrypoints/");
}

function namesAtModuleLevel(program: Node, refused: ReadonlySet<string>): string[] {
  const found: string[] = [];
  walk(withoutFunctions(program), (node) => {
    if (node.type === "Identifier" && typeof node.name === "string" && refused.has(node.name)) {
      found.push(node.name);
    }
  });
  return found;
}

/** The tree without what runs later (bodies of functions), imports and types. */
function withoutFunctions(node: Node): Node {
  const kept = Object.entries(node).map(([key, value]) => {
    if (Array.isArray(value)) return [key, value.map((child) => (isNode(child) ? pruned(child) : child))];
    return [key, isNode(value) ? pruned(value) : value];
  });
  return { ...Object.fromEntries(kept), type: node.type, start: node.start };
}

function pruned(node: Node): Node {
  const later = /Function|^Import|^TS/.test(node.type);
  return later ? { type: "Pruned", start: node.start } : withoutFunctions(node);
}
