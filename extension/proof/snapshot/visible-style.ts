/** Properties that children take from their parents: written only where they change. */
const INHERITED = [
  "color",
  "direction",
  "font-family",
  "font-size",
  "font-style",
  "font-variant-caps",
  "font-weight",
  "letter-spacing",
  "line-height",
  "list-style-type",
  "overflow-wrap",
  "border-collapse",
  "border-spacing",
  "text-align",
  "text-indent",
  "text-transform",
  "white-space",
  "word-break",
] as const;

/** Properties of an element alone, with the values that need not be written. */
const OWN: Readonly<Record<string, string>> = {
  display: "inline",
  float: "none",
  clear: "none",
  position: "static",
  "box-sizing": "content-box",
  "margin-top": "0px",
  "margin-right": "0px",
  "margin-bottom": "0px",
  "margin-left": "0px",
  "padding-top": "0px",
  "padding-right": "0px",
  "padding-bottom": "0px",
  "padding-left": "0px",
  "border-top-left-radius": "0px",
  "border-top-right-radius": "0px",
  "border-bottom-left-radius": "0px",
  "border-bottom-right-radius": "0px",
  "background-color": "rgba(0, 0, 0, 0)",
  opacity: "1",
  "text-decoration-line": "none",
  "vertical-align": "baseline",
  "flex-direction": "row",
  "flex-wrap": "nowrap",
  "flex-grow": "0",
  "flex-shrink": "1",
  "flex-basis": "auto",
  "justify-content": "normal",
  "align-items": "normal",
  "align-self": "auto",
  order: "0",
  "row-gap": "normal",
  "column-gap": "normal",
  "grid-template-columns": "none",
  "grid-column-start": "auto",
  "grid-column-end": "auto",
  "max-width": "none",
  "object-fit": "fill",
};

const SIDES = ["top", "right", "bottom", "left"] as const;
const BACKGROUND = ["background-size", "background-position", "background-repeat"] as const;

/** No value may end its declaration, its rule or the sheet, or ask for an address. */
const HARMLESS = /^[^<>{};\\@]*$/;
const ASKS = /url\(|image-set\(|element\(|expression\(/i;

/** Of a parent, by property. */
export type InheritedStyle = Readonly<Record<string, string>>;

export interface VisibleStyle {
  /** Declarations, ready for a style sheet in which everything else is unset. */
  readonly text: string;
  readonly inherited: InheritedStyle;
}

/**
 * What of an element's style is seen and does not come from its parent or from the beginning of all: little
 * enough to be written for each element.
 *
 * @param isReplaced its size is its own, as a picture's: it is written in pixels
 */
export function visibleStyle(
  style: CSSStyleDeclaration,
  parent: InheritedStyle | null,
  isReplaced: boolean,
): VisibleStyle {
  const written: string[] = [];
  const write = (name: string, value: string) => {
    if (value !== "" && HARMLESS.test(value) && !ASKS.test(value)) written.push(`${name}:${value}`);
  };
  const inherited: Record<string, string> = {};
  for (const name of INHERITED) {
    const value = style.getPropertyValue(name);
    inherited[name] = value;
    if (parent?.[name] !== value) write(name, value);
  }
  for (const [name, usual] of Object.entries(OWN)) {
    const value = style.getPropertyValue(name);
    if (value !== usual) write(name, name === "position" ? standing(value) : shownAs(name, value));
  }
  for (const side of SIDES) {
    const line = style.getPropertyValue(`border-${side}-style`);
    const width = style.getPropertyValue(`border-${side}-width`);
    if (line === "none" || line === "hidden" || line === "" || width === "0px") continue;
    write(`border-${side}`, `${width} ${line} ${style.getPropertyValue(`border-${side}-color`)}`);
  }
  if (/absolute|relative/.test(style.getPropertyValue("position"))) {
    for (const side of SIDES) write(side, style.getPropertyValue(side));
  }
  const background = style.getPropertyValue("background-image");
  const hasBackground = background !== "none" && background !== "";
  if (hasBackground) for (const name of BACKGROUND) write(name, style.getPropertyValue(name));
  if (hasBackground && !ASKS.test(background)) write("background-image", background);
  if (isReplaced || hasBackground) {
    write("width", style.getPropertyValue("width"));
    write("height", style.getPropertyValue("height"));
  }
  return { text: written.join(";"), inherited };
}

/** What is fixed to the screen or sticks to its edge has no such edge in a snapshot. */
function standing(position: string): string {
  return position === "fixed" || position === "sticky" ? "relative" : position;
}

/** Text that the page cuts after some lines is whole here. */
function shownAs(name: string, value: string): string {
  return name === "display" && value.startsWith("-webkit-") ? "block" : value;
}

/** The address of a background picture; null when there is none or it is drawn, not fetched. */
export function backgroundAddress(style: CSSStyleDeclaration): string | null {
  const quoted = /url\("((?:[^"\\]|\\.)*)"\)/.exec(style.getPropertyValue("background-image"))?.[1];
  return quoted?.replace(/\\(.)/g, "$1") ?? null;
}
