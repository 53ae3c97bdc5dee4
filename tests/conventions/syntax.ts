import { parseSync } from "vite";
import type { TreeFile } from "./tree";

export interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

const programs = new WeakMap<TreeFile, Node>();

/** The file's syntax tree; ESTree with TypeScript's own nodes. Throws when it does not parse. */
export function programOf(file: TreeFile): Node {
  const known = programs.get(file);
  if (known !== undefined) return known;
  const { program, errors } = parseSync(file.path, file.text);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${file.path}: ${error.message}`);
  if (!isNode(program)) throw new Error(`${file.path}: no program`);
  programs.set(file, program);
  return program;
}

export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** Calls `visit` for every node below and including `node`, with the node above it. */
export function walk(
  node: Node,
  visit: (node: Node, parent: Node | null) => void,
  parent: Node | null = null,
): void {
  visit(node, parent);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) walk(child, visit, node);
    }
  }
}

export interface Import {
  readonly source: string;
  /** Vanishes when compiled, as `import type` does. */
  readonly typeOnly: boolean;
  readonly names: readonly string[];
}

/** Everything that the file imports or re-exports, also by `import()`. */
export function importsOf(file: TreeFile): readonly Import[] {
  const imports: Import[] = [];
  walk(programOf(file), (node) => {
    const source = node.source ?? (node.type === "TSImportType" ? node.argument : undefined);
    if (!/^(?:Import|Export\w+Declaration|TSImportType)/.test(node.type) || !isNode(source)) return;
    const literal = source.type === "TSLiteralType" && isNode(source.literal) ? source.literal : source;
    if (typeof literal.value !== "string") return;
    imports.push({
      source: literal.value,
      typeOnly: node.importKind === "type" || node.exportKind === "type" || node.type === "TSImportType",
      names: specifierNames(node),
    });
  });
  return imports;
}

function specifierNames(node: Node): string[] {
  const specifiers = Array.isArray(node.specifiers) ? node.specifiers : [];
  return specifiers.flatMap((specifier: unknown) => {
    if (!isNode(specifier)) return [];
    const name = specifier.imported ?? specifier.local;
    return isNode(name) && typeof name.name === "string" ? [name.name] : [];
  });
}

/** The names that the file takes from outside of it as plain identifiers, such as `document` or `Date`. */
export function freeNames(file: TreeFile): ReadonlySet<string> {
  const used = new Set<string>();
  const declared = new Set<string>();
  walk(programOf(file), (node, parent) => {
    if (node.type !== "Identifier" || typeof node.name !== "string") return;
    if (isPropertyName(node, parent)) return;
    if (isDeclaration(node, parent)) declared.add(node.name);
    else used.add(node.name);
  });
  return new Set([...used].filter((name) => !declared.has(name)));
}

function isPropertyName(node: Node, parent: Node | null): boolean {
  if (parent === null) return false;
  if (parent.type === "MemberExpression") return parent.property === node && parent.computed !== true;
  if (
    /^(?:Property|PropertyDefinition|MethodDefinition|TSPropertySignature|TSMethodSignature)$/.test(
      parent.type,
    )
  ) {
    return parent.key === node && parent.computed !== true && parent.shorthand !== true;
  }
  return false;
}

function isDeclaration(node: Node, parent: Node | null): boolean {
  if (parent === null) return false;
  if (/^Import\w*Specifier$/.test(parent.type)) return true;
  if (parent.type === "VariableDeclarator" || parent.type === "ClassDeclaration") return parent.id === node;
  if (/Function/.test(parent.type)) return parent.body !== node;
  return (
    /^(?:ObjectPattern|ArrayPattern|AssignmentPattern|RestElement)$/.test(parent.type) &&
    parent.right !== node
  );
}
