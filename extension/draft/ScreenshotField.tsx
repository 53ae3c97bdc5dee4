import type { Region } from "@otklik/shared/complaint/clip";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { sayDraft } from "../messages/draft";
import type { DraftScreenshot } from "../storage/database";
import type { FieldProps } from "./field-props";
import { MaskLayer } from "./MaskLayer";
import { maskInMiddle } from "./masks";

/** The screenshot with the post outlined; parts of it are covered by pointer or keyboard. */
export function ScreenshotField({ locale, draft, change }: FieldProps) {
  const { screenshot } = draft;
  const [isLarge, setLarge] = useState(false);
  const before = useRef<(readonly Region[])[]>([]);
  const layer = useRef<HTMLDivElement>(null);
  const address = useObjectUrl(screenshot?.image ?? null);
  if (screenshot === null || address === null) return <p class="hint">{sayDraft(locale, "mask.without")}</p>;

  const setMasks = (masks: readonly Region[]) => {
    before.current.push(screenshot.masks);
    put(masks);
  };
  const put = (masks: readonly Region[]) =>
    change((now) => ({ ...now, screenshot: now.screenshot && { ...now.screenshot, masks: [...masks] } }));
  const undo = () => {
    const last = before.current.pop();
    if (last !== undefined) put(last);
  };
  const add = () => {
    setMasks([...screenshot.masks, maskInMiddle(screenshot, screenshot.region)]);
    const place = screenshot.masks.length;
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
      <figcaption>
        <span class="label">{sayDraft(locale, "field.screenshot")}</span>
        <span class="hint">{sayDraft(locale, "mask.hint")}</span>
      </figcaption>
      <div class={isLarge ? "view large" : "view"}>
        <div class="bar">
          <button type="button" aria-pressed={isLarge} onClick={() => setLarge(!isLarge)}>
            {sayDraft(locale, isLarge ? "mask.shrink" : "mask.enlarge")}
          </button>
        </div>
        <div class="picture">
          <img
            src={address}
            width={screenshot.width}
            height={screenshot.height}
            alt={sayDraft(locale, screenshot.region === null ? "mask.image" : "mask.imageWithPost")}
            draggable={false}
          />
          <MaskLayer locale={locale} screenshot={screenshot} onChange={setMasks} layer={layer} />
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

/** An address of the picture for as long as it is shown. */
function useObjectUrl(image: DraftScreenshot["image"] | null): string | null {
  const address = useMemo(() => (image === null ? null : URL.createObjectURL(image)), [image]);
  useEffect(() => {
    return () => {
      if (address !== null) URL.revokeObjectURL(address);
    };
  }, [address]);
  return address;
}
