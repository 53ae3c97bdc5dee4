import { type Rule, sample } from "../rule";
import { isNode, type Node, programOf, walk } from "../syntax";
import { isCode, isTest, type TreeFile } from "../tree";

const ENGLISH = /(?:^|\/)messages\/(?:.*\/)?en\.ts$/;

export const messagesAreUsed: Rule = {
  says: "every message is said somewhere",
  breaches: (tree) => {
    const said = texts(tree.filter((file) => isCode(file) && !isTest(file) && !isCatalogue(file)));
    return tree
      .filter((file) => ENGLISH.test(file.path))
      .flatMap((file) =>
        [...catalogueOf(file).keys()]
          .filter((key) => !said.whole.has(key) && !said.patterns.some((pattern) => pattern.test(key)))
          .map((key) => `${file.path}: ${key}`),
      );
  },
  bad: [
    [
      ...sample(
        "extension/messages/shell/en.ts",
        'export const en = { open: "Open", shut: "Shut" } as const;',
      ),
      ...sample("extension/a.ts", 'say(locale, "open");'),
    ],
  ],
  good: [
    [
      ...sample(
        "extension/messages/shell/en.ts",
        'export const en = { open: "Open", "kind.claim": "Claim" } as const;',
      ),
      ...sample("extension/a.ts", `say(locale, "open"); say(locale, \`kind.\${kind}\`);`),
    ],
  ],
};

export const translationsTakeTheSame: Rule = {
  says: "both languages have the same keys and the same parameters, and Russian its plural forms",
  breaches: (tree) =>
    tree
      .filter((file) => ENGLISH.test(file.path))
      .flatMap((english) => {
        const twin = tree.find((file) => file.path === english.path.replace(/en\.ts$/, "ru.ts"));
        if (twin === undefined) return [`${english.path} has no ru.ts beside it`];
        return differences(catalogueOf(english), catalogueOf(twin)).map((line) => `${twin.path}: ${line}`);
      }),
  bad: [
    [
      ...sample("a/messages/en.ts", 'export const en = { due: "Due {date}" };'),
      ...sample("a/messages/ru.ts", 'export const ru = { due: "Срок {day}" };'),
    ],
    [
      ...sample(
        "a/messages/en.ts",
        'export const en = { left: { one: "{count} day", other: "{count} days" } };',
      ),
      ...sample(
        "a/messages/ru.ts",
        'export const ru = { left: { one: "{count} день", other: "{count} дня" } };',
      ),
    ],
    sample("a/messages/en.ts", 'export const en = { due: "Due" };'),
    [
      ...sample("a/messages/en.ts", 'export const en = { due: "Due" };'),
      ...sample("a/messages/ru.ts", "export const ru = { };"),
    ],
  ],
  good: [
    [
      ...sample(
        "a/messages/en.ts",
        'export const en = { left: { one: "{count} day", other: "{count} days" } };',
      ),
      ...sample(
        "a/messages/ru.ts",
        'export const ru = { left: { one: "{count} день", few: "{count} дня", many: "{count} дней", other: "{count} дня" } };',
      ),
    ],
  ],
};

const EXCLAMATION = /!(?=\s|$|["'»”])/;

export const messagesAreCalm: Rule = {
  says: "no message shouts, and Russian has its own quotation marks and dash",
  breaches: (tree) =>
    tree
      .filter(isCatalogue)
      .flatMap((file) =>
        [...catalogueOf(file)].flatMap(([key, forms]) =>
          forms
            .filter(
              (text) => EXCLAMATION.test(text) || (file.path.endsWith("ru.ts") && /"| - |\.\.\./.test(text)),
            )
            .map((text) => `${file.path}: ${key}: ${text}`),
        ),
      ),
  bad: [
    sample("a/messages/en.ts", 'export const en = { done: "Done!" };'),
    sample("a/messages/ru.ts", "export const ru = { done: 'Нажмите \"Готово\"' };"),
    sample("a/messages/ru.ts", 'export const ru = { done: "Готово - можно идти" };'),
  ],
  good: [sample("a/messages/ru.ts", 'export const ru = { done: "Нажмите «Готово» — и всё" };')],
};

export const figuresKeepTheirWords: Rule = {
  says: "a figure and its word stay on one line in Russian: a no-break space stands between them",
  breaches: (tree) =>
    tree
      .filter((file) => isCatalogue(file) && file.path.endsWith("ru.ts"))
      .flatMap((file) =>
        [...catalogueOf(file)].flatMap(([key, forms]) =>
          forms.filter((text) => /№ |\{count\} /.test(text)).map((text) => `${file.path}: ${key}: ${text}`),
        ),
      ),
  bad: [
    sample("a/messages/ru.ts", 'export const ru = { number: "№ {number}" };'),
    sample("a/messages/ru.ts", 'export const ru = { left: { one: "{count} день" } };'),
  ],
  good: [sample("a/messages/ru.ts", 'export const ru = { number: "№\u00a0{number}" };')],
};

type Catalogue = ReadonlyMap<string, readonly string[]>;

function isCatalogue(file: TreeFile): boolean {
  return /(?:^|\/)messages\/(?:.*\/)?(?:en|ru)\.ts$/.test(file.path);
}

/** Key → its text, or all of its plural forms; a form stands as `few:text`. */
function catalogueOf(file: TreeFile): Catalogue {
  const found = new Map<string, readonly string[]>();
  walk(programOf(file), (node, parent) => {
    if (node.type !== "ObjectExpression" || parent?.type === "Property") return;
    for (const property of propertiesOf(node)) found.set(property.key, property.texts);
  });
  return found;
}

function propertiesOf(object: Node): { key: string; texts: string[] }[] {
  const properties = Array.isArray(object.properties) ? object.properties : [];
  return properties.flatMap((property: unknown) => {
    if (!isNode(property) || !isNode(property.key) || !isNode(property.value)) return [];
    const key = String(property.key.name ?? property.key.value);
    const value = property.value;
    if (value.type !== "ObjectExpression") return [{ key, texts: [textOf(value)] }];
    return [{ key, texts: propertiesOf(value).map((form) => `${form.key}:${form.texts.join()}`) }];
  });
}

function textOf(node: Node): string {
  if (typeof node.value === "string") return node.value;
  const parts: string[] = [];
  walk(node, (part) => {
    if (part.type === "Literal" && typeof part.value === "string") parts.push(part.value);
    if (part.type === "TemplateElement") parts.push(cooked(part));
  });
  return parts.join("");
}

function cooked(element: Node): string {
  const value = element.value;
  return typeof value === "object" && value !== null && "cooked" in value ? String(value.cooked) : "";
}

function differences(english: Catalogue, russian: Catalogue): string[] {
  return [...english].flatMap(([key, texts]) => {
    const others = russian.get(key);
    if (others === undefined) return [`${key} is missing`];
    const [wanted, given] = [parametersOf(texts), parametersOf(others)];
    if (wanted !== given) return [`${key} takes {${given}} instead of {${wanted}}`];
    if (!/^\w+:/.test(texts.find((text) => text.startsWith("other:")) ?? "")) return [];
    const lacking = ["one", "few", "many", "other"].filter(
      (form) => !others.some((text) => text.startsWith(`${form}:`)),
    );
    return lacking.length === 0 ? [] : [`${key} lacks ${lacking.join(", ")}`];
  });
}

function parametersOf(texts: readonly string[]): string {
  const names = texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ""));
  return [...new Set(names)].sort().join();
}

/** Texts that the code holds whole, and those with something put in: `kind.${kind}`. */
function texts(files: readonly TreeFile[]): { whole: ReadonlySet<string>; patterns: readonly RegExp[] } {
  const whole = new Set<string>();
  const patterns: RegExp[] = [];
  for (const file of files) {
    walk(programOf(file), (node) => {
      if (node.type === "Literal" && typeof node.value === "string") whole.add(node.value);
      if (node.type !== "TemplateLiteral" || !Array.isArray(node.quasis)) return;
      const parts = node.quasis.map((part: unknown) => (isNode(part) ? cooked(part) : ""));
      if (parts.some((part) => part.includes("."))) {
        patterns.push(new RegExp(`^${parts.map(escaped).join(".+")}$`, "s"));
      }
    });
  }
  return { whole, patterns };
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
