import type { Box } from "../clip/captured-page";

/** What the picker shows at one moment. */
export interface Drawing {
  readonly current: Box | null;
  /** Marked posts in their order. */
  readonly marks: readonly Box[];
  /** Lines of the label: who, what, which keys. */
  readonly lines: readonly [string, string, string];
  /** Whether the label stands at the top, because the pointer is at the bottom. */
  readonly isLabelOnTop: boolean;
}

export interface PickerView {
  readonly host: HTMLElement;
  /** Puts it above everything else on the page, anew where something came above it or took it away. */
  raise(): void;
  draw(drawing: Drawing): void;
  remove(): void;
}

type Look = Readonly<Record<string, string>>;

const XHTML = "http://www.w3.org/1999/xhtml";
const HIGHEST = "2147483647";

/** Every value with `!important` in the attribute: no rule of the page's style sheets outranks that. */
const HOST: Look = {
  all: "initial",
  position: "fixed",
  inset: "0",
  margin: "0",
  border: "0",
  padding: "0",
  width: "100vw",
  height: "100vh",
  "max-width": "none",
  "max-height": "none",
  background: "transparent",
  overflow: "visible",
  display: "block",
  visibility: "visible",
  opacity: "1",
  direction: "ltr",
  "pointer-events": "auto",
  "z-index": HIGHEST,
};

/**
 * The picker's own layer: one host with a closed shadow root, styled by properties alone, so that no policy of
 * the page forbids it. The layer lies over the page and takes what is pressed; nothing in it moves by itself.
 */
export function pickerView(window: Window & typeof globalThis, locale: string): PickerView {
  const { document } = window;
  // By the prototypes: a form or a picture of that name hides any method of the document.
  const { createElementNS, querySelectorAll } = window.Document.prototype;
  const make = (look: Look, parent: Node): HTMLElement => {
    const made = createElementNS.call(document, XHTML, "div") as HTMLElement;
    for (const [name, value] of Object.entries(look)) made.style.setProperty(name, value, "important");
    parent.appendChild(made);
    return made;
  };
  const host = createElementNS.call(document, XHTML, "div") as HTMLElement;
  for (const [name, value] of Object.entries(HOST)) host.style.setProperty(name, value, "important");
  const shadow = host.attachShadow({ mode: "closed" });
  const look = paletteOf(window);
  const dashes = outlineLook(look.accent, "dashed", look.halo);
  make({ position: "fixed", inset: "0", cursor: "crosshair" }, shadow);
  const outline = make(
    {
      position: "fixed",
      display: "none",
      ...outlineLook(look.accent, "solid", look.halo),
      background: look.tint,
    },
    shadow,
  );
  const marks = make({}, shadow);
  const label = make({ position: "fixed", ...labelLook(look) }, shadow);
  label.lang = locale;
  label.setAttribute("role", "status");
  label.setAttribute("aria-live", "polite");
  const lines = [
    make({ "font-weight": "600", ...ONE_LINE }, label),
    make(ONE_LINE, label),
    make({ color: look.muted, "margin-top": "4px" }, label),
  ];
  for (const line of lines) line.dir = "auto";

  const raise = () => {
    const dialogs = querySelectorAll.call(document, "dialog:modal");
    const parent = dialogs[dialogs.length - 1] ?? rootOf(window);
    if (host.parentNode !== parent) parent?.appendChild(host);
    if (!("showPopover" in host)) return;
    host.setAttribute("popover", "manual");
    if (host.matches(":popover-open")) host.hidePopover();
    host.showPopover();
    // Some pages dress every backdrop, ours too: then the highest place must do.
    if (isSeen(window.getComputedStyle(host, "::backdrop").backgroundColor)) {
      host.hidePopover();
      host.removeAttribute("popover");
    }
  };

  let drawn = "";
  return {
    host,
    raise,
    draw(drawing) {
      const next = JSON.stringify(drawing);
      if (next === drawn) return;
      drawn = next;
      place(outline, drawing.current);
      while (marks.childNodes.length > drawing.marks.length) marks.lastChild?.remove();
      for (const [index, box] of drawing.marks.entries()) {
        const mark = (marks.childNodes[index] as HTMLElement | undefined) ?? newMark(index);
        place(mark, box);
        // The outline of the post that is meant now stands in place of the mark's; the number stays.
        const isCurrent = JSON.stringify(box) === JSON.stringify(drawing.current);
        for (const [name, value] of Object.entries(isCurrent ? BARE : dashes)) {
          mark.style.setProperty(name, value, "important");
        }
      }
      for (const [index, text] of drawing.lines.entries()) {
        const line = lines[index];
        if (line !== undefined && line.textContent !== text) line.textContent = text;
      }
      label.style.setProperty("inset", drawing.isLabelOnTop ? "12px 0 auto 0" : "auto 0 12px 0", "important");
    },
    remove: () => host.remove(),
  };

  function newMark(index: number): HTMLElement {
    const mark = make({ position: "fixed" }, marks);
    const number = make(numberLook(look), mark);
    number.textContent = String(index + 1);
    return mark;
  }
}

function rootOf(window: Window & typeof globalThis): Element | null {
  return Object.getOwnPropertyDescriptor(window.Document.prototype, "documentElement")?.get?.call(
    window.document,
  );
}

function isSeen(colour: string): boolean {
  return !/^(transparent|rgba\(.*, 0\)|)$/.test(colour);
}

function place(element: HTMLElement, box: Box | null): void {
  element.style.setProperty("display", box === null ? "none" : "block", "important");
  if (box === null) return;
  const sides = { left: box.x, top: box.y, width: box.width, height: box.height };
  for (const [side, value] of Object.entries(sides))
    element.style.setProperty(side, `${value}px`, "important");
}

interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  readonly accent: string;
  readonly onAccent: string;
  readonly halo: string;
  /** Over the post that is meant now, thin enough to read through. */
  readonly tint: string;
}

/** The colours of the extension, or of the system where it asks for its own. */
function paletteOf(window: Window): Palette {
  const asks = (query: string) => window.matchMedia(query).matches;
  if (asks("(forced-colors: active)")) {
    return {
      paper: "Canvas",
      ink: "CanvasText",
      muted: "CanvasText",
      accent: "Highlight",
      onAccent: "HighlightText",
      halo: "Canvas",
      tint: "transparent",
    };
  }
  return asks("(prefers-color-scheme: dark)")
    ? {
        paper: "#1b1f26",
        ink: "#e8e6e1",
        muted: "#9aa3af",
        accent: "#86b4ff",
        onAccent: "#14171c",
        halo: "#14171c",
        tint: "rgb(134 180 255 / 14%)",
      }
    : {
        paper: "#ffffff",
        ink: "#1b2330",
        muted: "#5c6470",
        accent: "#1d5bb8",
        onAccent: "#ffffff",
        halo: "#ffffff",
        tint: "rgb(29 91 184 / 8%)",
      };
}

/** Seen on a light page and on a dark one: a line with a halo of the other tone. */
function outlineLook(accent: string, line: "solid" | "dashed", halo: string): Look {
  return {
    "box-sizing": "border-box",
    outline: `3px ${line} ${accent}`,
    "outline-offset": "2px",
    "box-shadow": `0 0 0 2px ${halo}, 0 0 0 7px ${halo}`,
    "border-radius": "2px",
    "pointer-events": "none",
    "forced-color-adjust": "none",
  };
}

function numberLook({ accent, onAccent }: Palette): Look {
  return {
    position: "absolute",
    left: "-6px",
    top: "-16px",
    "min-width": "24px",
    "box-sizing": "border-box",
    padding: "2px 6px",
    "border-radius": "6px",
    background: accent,
    color: onAccent,
    font: "600 14px/20px system-ui, sans-serif",
    "text-align": "center",
    "forced-color-adjust": "none",
  };
}

function labelLook({ paper, ink, accent }: Palette): Look {
  return {
    inset: "auto 0 12px 0",
    "box-sizing": "border-box",
    width: "min(560px, calc(100vw - 24px))",
    margin: "0 auto",
    padding: "10px 14px",
    border: `1px solid ${accent}`,
    "border-radius": "6px",
    background: paper,
    color: ink,
    font: "14px/20px system-ui, sans-serif",
    "box-shadow": "0 4px 16px rgb(0 0 0 / 30%)",
    "pointer-events": "none",
    "forced-color-adjust": "none",
  };
}

const BARE: Look = { outline: "none", "box-shadow": "none" };
const ONE_LINE: Look = { overflow: "hidden", "text-overflow": "ellipsis", "white-space": "nowrap" };
