import type { PostedAt } from "@otklik/shared/complaint/clip";
import type { Box } from "./captured-page";
import type { Moment } from "./date-words";

/** Nodes that one clip may visit; a page that holds more is read in part and the draft says so. */
const NODE_BUDGET = 60_000;

/** What reading needs of a window. */
export type PageWindow = Pick<
  Window & typeof globalThis,
  | "CharacterData"
  | "Document"
  | "DocumentFragment"
  | "Element"
  | "HTMLIFrameElement"
  | "HTMLImageElement"
  | "HTMLSlotElement"
  | "Node"
  | "ShadowRoot"
  | "document"
  | "getComputedStyle"
  | "getSelection"
  | "innerHeight"
  | "innerWidth"
  | "location"
  | "visualViewport"
>;

/**
 * A page seen through the browser's own methods. A `<form>` or a named image can hide any
 * property of a form or of the document (`<input name="childNodes">`), so nothing is read
 * from a node directly: the methods are taken from the prototypes, which the page cannot
 * reach in the extension's isolated world.
 */
export interface Page {
  readonly url: URL;
  readonly document: Document;
  readonly window: PageWindow;
  readonly moment: Moment;
  /** Reads a date as `postedAtOf` does. Scripts that come later have it from here, and not the words of dates once more. */
  readonly postedAt: TimeReader;
  /** Set when the node budget ran out and something was left unread. */
  readonly overBudget: boolean;
  select(root: ParentNode, selector: string): Element | null;
  /** The innermost focused element, also in open shadow roots and same-origin frames, and while another window has the focus. */
  focused(): Element | null;
  /** Whether the focus is in a same-origin frame. */
  isFocusInFrame(): boolean;
  /** What is selected in the top document, or where the focus is in one of its frames; null when nothing can be. */
  selection(): Selection | null;
  /** The open shadow root of an element. */
  shadow(element: Element): ShadowRoot | null;
  /** The element in whose shadow a node stands; null when it stands in none. */
  host(node: Node): Element | null;
  /** Where a picture was loaded from, which of several sources it may be. */
  pictureSource(element: Element): string | null;
  /** In document order, at most `limit`. */
  selectAll(root: ParentNode, selector: string, limit?: number): Element[];
  attribute(element: Element, name: string): string | null;
  matches(element: Element, selector: string): boolean;
  closest(element: Element, selector: string): Element | null;
  contains(outer: Node, inner: Node): boolean;
  parent(node: Node): Element | null;
  /** Child nodes, counted against the budget; none once it has run out. */
  children(node: Node): Node[];
  /** The same as a person sees them: what an open shadow shows in the place of an element's own, slots filled. */
  shownChildren(node: Node): Node[];
  childElements(node: Element): Element[];
  /** Lower-case local name, such as `article`. */
  tag(element: Element): string;
  isElement(node: Node): node is Element;
  isText(node: Node): node is Text;
  data(text: Text): string;
  style(element: Element): CSSStyleDeclaration;
  /** Place in the top page's viewport, also for an element of a same-origin frame. */
  box(element: Element): Box;
  /** The document of a same-origin frame; null when the page may not see it. */
  frameDocument(frame: Element): Document | null;
}

/** A machine's date, else words, as they tell when a post was made. */
export type TimeReader = (machine: string | null, words?: string | null) => PostedAt | null;

/** Now, in the zone of this browser. */
export function thisMoment(): Moment {
  return { now: new Date(), zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
}

/** Looks at a window's document, as of a moment; for reading posts, which have dates, `readingPage` is meant. */
export function pageOf(
  window: PageWindow,
  moment: Moment = thisMoment(),
  postedAt: TimeReader = () => null,
): Page {
  const url = new URL(window.location.href);
  const { Node, Element, Document, DocumentFragment, CharacterData, HTMLIFrameElement } = window;
  const { HTMLImageElement, ShadowRoot } = window;
  const ownerDocument = getter<Node, Document | null>(Node.prototype, "ownerDocument");
  const parentNode = getter<Node, ParentNode | null>(Node.prototype, "parentNode");
  const nodeType = getter<Node, number>(Node.prototype, "nodeType");
  const childNodes = getter<Node, NodeListOf<ChildNode>>(Node.prototype, "childNodes");
  const localName = getter<Element, string>(Element.prototype, "localName");
  const children = getter<Element, HTMLCollection>(Element.prototype, "children");
  const characters = getter<CharacterData, string>(CharacterData.prototype, "data");
  const view = getter<Document, Window | null>(Document.prototype, "defaultView");
  const active = getter<Document, Element | null>(Document.prototype, "activeElement");
  const activeInShadow = getter<ShadowRoot, Element | null>(ShadowRoot.prototype, "activeElement");
  const inner = getter<Element, Document | null>(HTMLIFrameElement.prototype, "contentDocument");
  const shadow = getter<Element, ShadowRoot | null>(Element.prototype, "shadowRoot");
  const hostOf = getter<ShadowRoot, Element>(ShadowRoot.prototype, "host");
  const source = getter<Element, string>(HTMLImageElement.prototype, "currentSrc");
  const { assignedNodes } = window.HTMLSlotElement.prototype;
  const { getSelection } = Document.prototype;
  const { getRootNode } = Node.prototype;
  const { closest, matches, getAttribute, getBoundingClientRect } = Element.prototype;
  const { contains } = Node.prototype;
  let visited = 0;

  const isElement = (node: Node): node is Element => nodeType(node) === 1;
  const queries = (root: ParentNode) =>
    nodeType(root) === 9
      ? Document.prototype
      : nodeType(root) === 11
        ? DocumentFragment.prototype
        : Element.prototype;

  const box = (element: Element): Box => {
    const own = getBoundingClientRect.call(element);
    const document = ownerDocument(element);
    const frame = document === null ? null : (view(document)?.frameElement ?? null);
    if (frame === null) return { x: own.x, y: own.y, width: own.width, height: own.height };
    const outer = box(frame);
    return { x: outer.x + own.x, y: outer.y + own.y, width: own.width, height: own.height };
  };

  /** The document in which the focus is, through same-origin frames, and the element that has it there. */
  const focus = (): { document: Document; element: Element | null } => {
    let document = window.document;
    let element = active(document);
    for (let depth = 0; element !== null && depth < 10; depth++) {
      const frame = localName(element) === "iframe" ? inner(element) : null;
      const within = frame === null ? shadow(element) : null;
      if (frame !== null) document = frame;
      const further = frame !== null ? active(frame) : within !== null ? activeInShadow(within) : null;
      if (further === null) break;
      element = further;
    }
    return { document, element };
  };

  return {
    url,
    moment,
    postedAt,
    window,
    document: window.document,
    get overBudget() {
      return visited > NODE_BUDGET;
    },
    select: (root, selector) => queries(root).querySelector.call(root, selector),
    selectAll: (root, selector, limit = 2_000) => {
      const found: NodeListOf<Element> = queries(root).querySelectorAll.call(root, selector);
      return Array.from({ length: Math.min(found.length, limit) }, (_, index) => found[index]).filter(
        (element) => element !== undefined,
      );
    },
    focused: () => focus().element,
    isFocusInFrame: () => focus().document !== window.document,
    selection: () => {
      const top = getSelection.call(window.document);
      const { document } = focus();
      return document === window.document ? top : getSelection.call(document);
    },
    shadow: (element) => shadow(element),
    host: (node) => {
      const root = getRootNode.call(node);
      return nodeType(root) === 11 && "host" in root ? hostOf(root as ShadowRoot) : null;
    },
    pictureSource: (element) => (localName(element) === "img" ? source(element) || null : null),
    attribute: (element, name) => getAttribute.call(element, name),
    matches: (element, selector) => matches.call(element, selector),
    closest: (element, selector) => closest.call(element, selector),
    contains: (outer, node) => contains.call(outer, node),
    parent: (node) => {
      const parent = parentNode(node);
      return parent !== null && isElement(parent) ? parent : null;
    },
    children: (node) => {
      if (visited > NODE_BUDGET) return [];
      const list = Array.from(childNodes(node));
      visited += list.length;
      return list;
    },
    shownChildren: (node) => {
      if (visited > NODE_BUDGET) return [];
      const within = isElement(node) ? shadow(node) : null;
      const given = isElement(node) && localName(node) === "slot" ? assignedNodes.call(node) : [];
      const list = given.length > 0 ? given : Array.from(childNodes(within ?? node));
      visited += list.length;
      return list;
    },
    childElements: (element) => Array.from(children(element)),
    tag: (element) => localName(element).toLowerCase(),
    isElement,
    isText: (node): node is Text => nodeType(node) === 3 || nodeType(node) === 4,
    data: (text) => characters(text),
    style: (element) => window.getComputedStyle(element),
    box,
    frameDocument: (frame) => inner(frame),
  };
}

function getter<On extends object, Value>(prototype: object, name: string): (node: On) => Value {
  const read: (() => Value) | undefined = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (read === undefined) throw new TypeError(`no getter for ${name}`);
  return (node) => read.call(node);
}
