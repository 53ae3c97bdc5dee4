import type { Page } from "../page";

/** A page of more elements or more shadows is looked at in part. */
const MOST_ELEMENTS = 20_000;
const MOST_SHADOWS = 1_000;

const seen = new WeakMap<Page, Page>();

/**
 * The same page where open shadow roots are no borders: what stands in the shadow of an element is found in it, behind
 * its own, and has it round itself. A page without any is given back as it is.
 */
export function throughShadows(page: Page): Page {
  const known = seen.get(page);
  if (known !== undefined) return known;
  const shadows = shadowsWithin(page);
  const deep = shadows.size === 0 ? page : deepPage(page, shadows);
  seen.set(page, deep);
  return deep;
}

function deepPage(page: Page, shadows: ReadonlyMap<Node, readonly ShadowRoot[]>): Page {
  const round = (node: Node) => page.parent(node) ?? page.host(node);
  const selectAll: Page["selectAll"] = (root, selector, limit = 2_000) =>
    [root, ...(shadows.get(root) ?? [])]
      .flatMap((tree) => page.selectAll(tree, selector, limit))
      .slice(0, limit);
  const closest: Page["closest"] = (element, selector) => {
    const host = page.host(element);
    return page.closest(element, selector) ?? (host && closest(host, selector));
  };
  const contains: Page["contains"] = (outer, inner) => {
    const host = page.host(inner);
    return page.contains(outer, inner) || (host !== null && contains(outer, host));
  };
  return {
    ...page,
    get overBudget() {
      return page.overBudget;
    },
    select: (root, selector) => page.select(root, selector) ?? selectAll(root, selector, 1)[0] ?? null,
    selectAll,
    closest,
    contains,
    parent: round,
    childElements: (element) => {
      const shadow = page.shadow(element);
      const own = page.childElements(element);
      return shadow === null ? own : [...own, ...page.children(shadow).filter(page.isElement)];
    },
  };
}

/** By each node that has any in itself, however deep, the shadows in it. */
function shadowsWithin(page: Page): ReadonlyMap<Node, readonly ShadowRoot[]> {
  const within = new Map<Node, ShadowRoot[]>();
  const trees: ParentNode[] = [page.document];
  let left = MOST_ELEMENTS;
  for (const tree of trees) {
    const elements = page.selectAll(tree, "*", left);
    left -= elements.length;
    for (const host of elements) {
      const shadow = page.shadow(host);
      if (shadow === null || trees.length > MOST_SHADOWS) continue;
      trees.push(shadow);
      for (let at: Node | null = host; at !== null; at = page.parent(at) ?? page.host(at)) add(at, shadow);
      add(page.document, shadow);
    }
  }
  return within;

  function add(node: Node, shadow: ShadowRoot): void {
    const known = within.get(node);
    if (known === undefined) within.set(node, [shadow]);
    else known.push(shadow);
  }
}
