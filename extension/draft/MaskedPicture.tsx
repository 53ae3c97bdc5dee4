import type { Region } from "@otklik/shared/complaint/clip";
import type { Locale } from "@otklik/shared/people/locale";
import { useRef, useState } from "preact/hooks";
import { sayDraft } from "../messages/draft";
import { MaskLayer } from "./MaskLayer";
import { maskInMiddle } from "./masks";
import { useObjectUrl } from "./use-object-url";

interface Props {
  readonly locale: Locale;
  readonly image: Blob;
  /** Device pixels. */
  readonly width: number;
  readonly height: number;
  /** Where the post stands; null when it fills the picture or is not known. */
  readonly region: Region | null;
  readonly masks: readonly Region[];
  /** Blackened beside them because it is hidden elsewhere; not to be moved here. */
  readonly hidden: readonly Region[];
  readonly alt: string;
  readonly onMasks: (masks: readonly Region[]) => void;
}

/** A picture of evidence; parts of it are covered by pointer or keyboard. */
export function MaskedPicture({ locale, image, width, height, region, masks, hidden, alt, onMasks }: Props) {
  const [isLarge, setLarge] = useState(false);
  const before = useRef<(readonly Region[])[]>([]);
  const layer = useRef<HTMLDivElement>(null);
  const address = useObjectUrl(image);

  const setMasks = (next: readonly Region[]) => {
    before.current.push(masks);
    onMasks(next);
  };
  const undo = () => {
    const last = before.current.pop();
    if (last !== undefined) onMasks(last);
  };
  const add = () => {
    setMasks([...masks, maskInMiddle({ width, height }, region)]);
    const place = masks.length;
    requestAnimationFrame(() => layer.current?.querySelectorAll("button")[place]?.focus());
  };

  return (
    <figure
      class="screenshot"
      onKeyDown={(event) => {
        if (event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          undo();
        }
      }}
    >
      <figcaption class="hint">{sayDraft(locale, "mask.hint")}</figcaption>
      <div class={isLarge ? "view large" : "view"}>
        <div class="bar">
          <button type="button" aria-pressed={isLarge} onClick={() => setLarge(!isLarge)}>
            {sayDraft(locale, isLarge ? "mask.shrink" : "mask.enlarge")}
          </button>
        </div>
        <div class="picture">
          <img src={address} width={width} height={height} alt={alt} draggable={false} />
          <MaskLayer
            locale={locale}
            picture={{ width, height, region, masks, hidden }}
            onChange={setMasks}
            layer={layer}
          />
        </div>
      </div>
      <div class="tools">
        <button type="button" onClick={add}>
          {sayDraft(locale, "mask.add")}
        </button>
        <button type="button" disabled={before.current.length === 0} onClick={undo}>
          {sayDraft(locale, "mask.undo")}
        </button>
      </div>
    </figure>
  );
}
