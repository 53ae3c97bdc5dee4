import { ABUSE_ID, ABUSE_IDS, UNTESTED, type Untested } from "../abuse/ids";
import { isNode, type Node, programOf, walk } from "./syntax";
import type { TreeFile } from "./tree";

const TEST_FUNCTIONS: readonly unknown[] = ["it", "test", "describe"];
/** By these a test is never run; `skipIf` says on which machine it is not. */
const NEVER_RUN: readonly unknown[] = ["skip", "todo"];

/**
 * The ids that stand in the names of a file's tests that run, or in the tables that fill them in: comments, bodies
 * and other strings do not count.
 */
export function idsInTestNames(file: TreeFile): readonly string[] {
  if (file.text.match(ABUSE_ID) === null) return [];
  const program = programOf(file);
  const constants = constantsOf(program);
  const ids = new Set<string>();
  walk(program, (node) => {
    if (node.type !== "CallExpression") return;
    const called = calleeOf(node);
    if (called === null) return;
    const [name] = argumentsOf(node);
    for (const told of [name, ...called.tables]) {
      for (const id of idsIn(told, constants)) ids.add(id);
    }
  });
  return [...ids];
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

interface Callee {
  /** What `each` was given. */
  readonly tables: readonly unknown[];
}

/** Null for what is no test, or one that is never run. */
function calleeOf(call: Node): Callee | null {
  const tables: unknown[] = [];
  let callee = call.callee;
  while (isNode(callee) && callee.type !== "Identifier") {
    if (callee.type === "CallExpression") {
      tables.push(...argumentsOf(callee));
      callee = callee.callee;
    } else if (callee.type === "TaggedTemplateExpression") {
      tables.push(callee.quasi);
      callee = callee.tag;
    } else {
      if (isNode(callee.property) && NEVER_RUN.includes(callee.property.name)) return null;
      callee = callee.object;
    }
  }
  return isNode(callee) && TEST_FUNCTIONS.includes(callee.name) ? { tables } : null;
}

const argumentsOf = (call: Node): readonly unknown[] => (Array.isArray(call.arguments) ? call.arguments : []);

/** What the file's constants and functions are, by their names: a table may stand anywhere. */
function constantsOf(program: Node): ReadonlyMap<unknown, unknown> {
  const constants = new Map<unknown, unknown>();
  walk(program, (node) => {
    if (node.type === "VariableDeclarator" && isNode(node.id)) constants.set(node.id.name, node.init);
  });
  return constants;
}

/** Of the texts below a node, those of named constants included; functions are bodies, not names. */
function idsIn(told: unknown, constants: ReadonlyMap<unknown, unknown>): readonly string[] {
  if (!isNode(told) || /Function/.test(told.type)) return [];
  if (told.type === "Identifier") {
    const rest = new Map([...constants].filter(([name]) => name !== told.name));
    return idsIn(constants.get(told.name), rest);
  }
  const below = Object.values(told).flatMap((value) => (Array.isArray(value) ? value : [value]));
  return [...(textOf(told).match(ABUSE_ID) ?? []), ...below.flatMap((child) => idsIn(child, constants))];
}

function textOf(node: Node): string {
  if (node.type === "Literal") return typeof node.value === "string" ? node.value : "";
  if (node.type !== "TemplateElement") return "";
  const { value } = node;
  return typeof value === "object" && value !== null && "raw" in value ? String(value.raw) : "";
}
