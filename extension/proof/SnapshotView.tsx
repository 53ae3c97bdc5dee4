import { useEffect, useMemo, useState } from "preact/hooks";
import type { FieldProps } from "../draft/field-props";
import { orderOf, placeInRequest } from "../draft/posts";
import { sayEvidence } from "../messages/evidence";
import type { DraftFile } from "../storage/database";
import {
  changeEdits,
  hiddenIds,
  hiddenIn,
  isPartHidden,
  showAllIn,
  turnOthers,
  turnPart,
} from "./evidence-edits";
import { InertFrame } from "./InertFrame";
import { maskSnapshot } from "./snapshot/mask-snapshot";
import { type ShownPart, snapshotParts } from "./snapshot/snapshot-parts";

interface Props extends Pick<FieldProps, "locale" | "draft" | "change"> {
  readonly file: DraftFile;
  /** There is no other snapshot in the draft. */
  readonly isAlone: boolean;
}

/** The snapshot as it will be sent, and its parts, each of which can be taken out and put back. */
export function SnapshotView({ locale, draft, change, file, isAlone }: Props) {
  const [html, setHtml] = useState<string | null>(null);
  useEffect(() => {
    let isGone = false;
    void file.blob.text().then((text) => !isGone && setHtml(text));
    return () => {
      isGone = true;
    };
  }, [file]);
  const { edits } = draft;
  const known = file.parts?.parts ?? [];
  const order = orderOf(draft).join();
  const whole = useMemo(
    () => html && maskSnapshot(html, new Set(), (at) => placeInRequest(draft, file, at)).html,
    [html, order],
  );
  const parts = useMemo(() => (whole === null ? [] : snapshotParts(whole)), [whole]);
  const masked = useMemo(
    () => whole && maskSnapshot(whole, hiddenIds(draft, known)).html,
    [whole, edits.hiddenParts, edits.shownParts],
  );
  if (masked === null) return null;
  const others = new Set(known.filter(({ isOthers }) => isOthers).map(({ id }) => id));
  return (
    <div class="snapshot">
      <InertFrame title={sayEvidence(locale, "parts.frame")} html={masked} />
      <p class="hint">{sayEvidence(locale, "parts.hint")}</p>
      <ul class="parts">
        {parts.map((part) => {
          const named = { id: part.id, isOthers: others.has(part.id) };
          return (
            <li key={part.id} class={named.isOthers ? "others" : undefined}>
              <PartButton
                locale={locale}
                part={part}
                isHidden={isPartHidden(draft, named)}
                onPress={() => change((now) => turnPart(now, named))}
              />
            </li>
          );
        })}
      </ul>
      <button
        type="button"
        disabled={isAlone ? edits.hiddenParts.length === 0 : hiddenIn(draft, file).length === 0}
        onClick={() =>
          change((now) =>
            isAlone ? changeEdits(turnOthers(now, [], false), { hiddenParts: [] }) : showAllIn(now, file),
          )
        }
      >
        {sayEvidence(locale, "parts.all")}
      </button>
    </div>
  );
}

interface PartProps extends Pick<FieldProps, "locale"> {
  readonly part: ShownPart;
  readonly isHidden: boolean;
  readonly onPress: () => void;
}

function PartButton({ locale, part, isHidden, onPress }: PartProps) {
  const words = part.words || sayEvidence(locale, "parts.picture");
  return (
    <button
      type="button"
      aria-pressed={isHidden}
      aria-label={sayEvidence(locale, "parts.hide", { words })}
      title={words}
      onClick={onPress}
    >
      {part.picture === null ? <bdi>{words}</bdi> : <img src={part.picture} alt="" />}
    </button>
  );
}
