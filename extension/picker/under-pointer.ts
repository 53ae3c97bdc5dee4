/** A point of the viewport, CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The innermost element of the page at a point, beneath our own layer: through open shadow roots and
 * same-origin frames.
 */
export function underPointer(window: Window & typeof globalThis, host: Element, at: Point): Element | null {
  const { elementsFromPoint } = window.Document.prototype;
  const stack: Element[] = elementsFromPoint.call(window.document, at.x, at.y);
  let found = stack.find((element) => element !== host) ?? null;
  let { x, y } = at;
  for (let depth = 0; found !== null && depth < 10; depth++) {
    const frame = frameIn(window, found);
    if (frame !== null) {
      const box = found.getBoundingClientRect();
      x -= box.x;
      y -= box.y;
    }
    const further: Element | null =
      frame !== null
        ? (elementsFromPoint.call(frame, x, y)[0] ?? null)
        : (found.shadowRoot?.elementFromPoint(x, y) ?? null);
    if (further === null || further === found) return found;
    found = further;
  }
  return found;
}

/** Moves what is scrolled under the pointer, as the wheel would without our layer; false where that is the page itself. */
export function scrollUnderPointer(
  window: Window & typeof globalThis,
  start: Element | null,
  by: WheelEvent,
): boolean {
  const { document } = window;
  // By the prototype: in a form a field of that name would lead back into the form.
  const parent = Object.getOwnPropertyDescriptor(window.Node.prototype, "parentElement")?.get;
  for (let at = start; at; at = parent?.call(at) ?? null) {
    if (at === document.scrollingElement) return false;
    const { overflowY } = window.getComputedStyle(at);
    if (!/auto|scroll/.test(overflowY) || at.scrollHeight <= at.clientHeight) continue;
    const before = at.scrollTop;
    at.scrollTop += by.deltaMode === 1 ? by.deltaY * LINE : by.deltaY;
    if (at.scrollTop !== before) return true;
  }
  return false;
}

/** One line of a wheel that counts in lines, CSS pixels. */
const LINE = 20;

function frameIn(window: Window & typeof globalThis, element: Element): Document | null {
  return element instanceof window.HTMLIFrameElement ? element.contentDocument : null;
}
