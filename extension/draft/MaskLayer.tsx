import type { Region } from "@otklik/shared/complaint/clip";
import type { Locale } from "@otklik/shared/people/locale";
import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import { sayDraft } from "../messages/draft";
import { maskBetween, moveMask, type Point, resizeMask, type Size } from "./masks";

/** An arrow key moves by this part of the picture's width. */
const STEP = 1 / 50;

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** In the picture's pixels. */
interface MaskedImage extends Size {
  readonly region: Region | null;
  readonly masks: readonly Region[];
  readonly hidden: readonly Region[];
}

interface Props {
  readonly locale: Locale;
  readonly picture: MaskedImage;
  readonly onChange: (masks: readonly Region[]) => void;
  readonly layer: RefObject<HTMLDivElement | null>;
}

/** Lies over the picture: outlines the post, draws masks by pointer, moves them by keyboard. */
export function MaskLayer({ locale, picture, onChange, layer }: Props) {
  const { masks, region, hidden } = picture;
  const [drag, setDrag] = useState<{ readonly from: Point; readonly to: Point } | null>(null);
  const drawn = drag === null ? null : maskBetween(drag.from, drag.to, picture);

  const onKey = (event: KeyboardEvent, index: number) => {
    const mask = masks[index];
    if (mask === undefined) return;
    const changed = maskAfterKey(event, mask, picture);
    if (changed === undefined) return;
    event.preventDefault();
    onChange(changed === null ? masks.toSpliced(index, 1) : masks.with(index, changed));
  };

  return (
    <div
      ref={layer}
      class="masks"
      onPointerDown={(event) => {
        if (event.button !== 0 || event.target !== event.currentTarget) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const at = pointOn(event.currentTarget, event, picture);
        setDrag({ from: at, to: at });
      }}
      onPointerMove={(event) => {
        if (drag !== null) setDrag({ ...drag, to: pointOn(event.currentTarget, event, picture) });
      }}
      onPointerUp={() => {
        if (drawn !== null) onChange([...masks, drawn]);
        setDrag(null);
      }}
      onPointerCancel={() => setDrag(null)}
    >
      {region !== null && <div class="post" style={placeOf(region, picture)} />}
      {[...hidden.entries()].map(([index, part]) => (
        <div key={`hidden-${index}`} class="mask hidden" style={placeOf(part, picture)} />
      ))}
      {[...masks.entries()].map(([index, mask]) => (
        <button
          key={index}
          type="button"
          class="mask"
          style={placeOf(mask, picture)}
          aria-label={sayDraft(locale, "mask.one", { number: index + 1 })}
          onKeyDown={(event) => onKey(event, index)}
        />
      ))}
      {drawn !== null && <div class="mask drawing" style={placeOf(drawn, picture)} />}
    </div>
  );
}

/** The mask as a key leaves it, null when it is removed, undefined when the key is not for it. */
function maskAfterKey(event: KeyboardEvent, mask: Region, image: Size): Region | null | undefined {
  if (event.key === "Delete" || event.key === "Backspace") return null;
  const arrow = ARROWS[event.key];
  if (arrow === undefined || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const step = Math.round(image.width * STEP);
  const by = { x: arrow.x * step, y: arrow.y * step };
  return event.shiftKey ? resizeMask(mask, by, image) : moveMask(mask, by, image);
}

function pointOn(layer: Element, event: PointerEvent, image: Size): Point {
  const box = layer.getBoundingClientRect();
  return {
    x: ((event.clientX - box.left) / box.width) * image.width,
    y: ((event.clientY - box.top) / box.height) * image.height,
  };
}

function placeOf(region: Region, image: Size): Record<string, string> {
  const part = (length: number, whole: number) => `${(length / whole) * 100}%`;
  return {
    left: part(region.x, image.width),
    top: part(region.y, image.height),
    width: part(region.width, image.width),
    height: part(region.height, image.height),
  };
}
