import type { Page } from "../page";

/** How far to either side a like is looked for: between posts stand advertisements and headings. */
const NEIGHBOURS = 6;
const MOST_PARTS = 80;
const ALIKE = 0.4;
/** Say how an entry looks at the moment, and not what it is. */
const STATE =
  /^(?:odd|even|alt|first|last|active|new|unread|read|own|hidden|hover|selected|current|by\w*|has-.*|is-.*|js-.*)$/i;

/** Whether an element has a like among its neighbours: the same tag and classes, and parts of the same kind. */
export function isOneOfARow(page: Page, element: Element): boolean {
  const parent = page.parent(element);
  if (parent === null) return false;
  const children = page.childElements(parent);
  const at = children.indexOf(element);
  const near = children.slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS + 1);
  return near.some((other) => other !== element && isLike(page, element, other));
}

/** Same tag, classes that differ by state and number alone, and mostly the same parts within. */
export function isLike(page: Page, one: Element, other: Element): boolean {
  if (page.tag(one) !== page.tag(other)) return false;
  const [a, b] = [namesOf(page, one), namesOf(page, other)];
  if (a.size + b.size > 0 && overlap(a, b) < 0.5 && first(a) !== first(b)) return false;
  return overlap(partsOf(page, one), partsOf(page, other)) >= ALIKE;
}

/** Classes and id with their numbers taken out. */
function namesOf(page: Page, element: Element): Set<string> {
  const classes = (page.attribute(element, "class") ?? "").trim().split(/\s+/).slice(0, 20);
  const id = page.attribute(element, "id") ?? "";
  const names = [...classes, /\d/.test(id) ? `#${id}` : ""].filter(
    (name) => name !== "" && !STATE.test(name),
  );
  return new Set(names.map((name) => name.slice(0, 60).replace(/\d+/g, "")));
}

function partsOf(page: Page, element: Element): Set<string> {
  const parts = page.selectAll(element, "*", MOST_PARTS);
  return new Set(parts.map((part) => `${page.tag(part)}.${first(namesOf(page, part)) ?? ""}`));
}

function first(names: ReadonlySet<string>): string | undefined {
  return names.values().next().value;
}

/** The share of what both have in all that either has; two that have nothing are alike. */
function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size + other.size === 0) return 1;
  const common = [...one].filter((name) => other.has(name)).length;
  return common / (one.size + other.size - common);
}
