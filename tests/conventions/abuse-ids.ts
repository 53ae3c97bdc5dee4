import { ABUSE_ID, ABUSE_IDS, UNTESTED, type Untested } from "../abuse/ids";
import { isNode, type Node, programOf, walk } from "./syntax";
import type { TreeFile } from "./tree";

const TEST_FUNCTIONS: readonly unknown[] = ["it", "test", "describe"];

/** The ids that stand in the names of a file's tests or in the tables that fill them in; comments do not count. */
export function idsInTestNames(file: TreeFile): readonly string[] {
  if (file.text.match(ABUSE_ID) === null) return [];
  const program = programOf(file);
  const ids = new Set<string>();
  let hasTests = false;
  walk(program, (node) => {
    if (node.type === "CallExpression" && isTestCall(node)) hasTests = true;
    for (const id of textOf(node).match(ABUSE_ID) ?? []) ids.add(id);
  });
  return hasTests ? [...ids] : [];
}

/** One line for each id that is tested and listed as untested, neither, or not an id at all. */
export function breachesOfIds(
  tested: ReadonlyMap<string, string>,
  ids: readonly string[] = ABUSE_IDS,
  untested: Readonly<Record<string, Untested>> = UNTESTED,
): readonly string[] {
  return [
    ...ids.flatMap((id) => {
      if (id in untested) return tested.has(id) ? [`${id}: tested in ${tested.get(id)}, yet listed`] : [];
      return tested.has(id) ? [] : [`${id}: no test, and not listed as manual or waiting`];
    }),
    ...[...tested].filter(([id]) => !ids.includes(id)).map(([id, path]) => `${id}: unknown, in ${path}`),
    ...Object.keys(untested)
      .filter((id) => !ids.includes(id))
      .map((id) => `${id}: unknown, listed as untested`),
  ];
}

function isTestCall(call: Node): boolean {
  let callee = call.callee;
  while (isNode(callee) && callee.type !== "Identifier") {
    callee =
      callee.type === "CallExpression" || callee.type === "TaggedTemplateExpression"
        ? (callee.callee ?? callee.tag)
        : callee.object;
  }
  return isNode(callee) && TEST_FUNCTIONS.includes(callee.name);
}

function textOf(node: Node): string {
  if (node.type === "Literal") return typeof node.value === "string" ? node.value : "";
  if (node.type !== "TemplateElement") return "";
  const { value } = node;
  return typeof value === "object" && value !== null && "raw" in value ? String(value.raw) : "";
}
