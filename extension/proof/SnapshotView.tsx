import { useEffect, useMemo, useState } from "preact/hooks";
import type { FieldProps } from "../draft/field-props";
import { sayEvidence } from "../messages/evidence";
import type { DraftFile } from "../storage/database";
import { changeEdits, turnPart } from "./evidence-edits";
import { maskSnapshot } from "./snapshot/mask-snapshot";
import { type ShownPart, snapshotParts } from "./snapshot/snapshot-parts";

interface Props extends Pick<FieldProps, "locale" | "draft" | "change"> {
  readonly file: DraftFile;
}

/** The snapshot as it will be sent, and its parts, each of which can be taken out and put back. */
export function SnapshotView({ locale, draft, change, file }: Props) {
  const [html, setHtml] = useState<string | null>(null);
  useEffect(() => {
    let isGone = false;
    void file.blob.text().then((text) => !isGone && setHtml(text));
    return () => {
      isGone = true;
    };
  }, [file]);
  const { hiddenParts } = draft.edits;
  const parts = useMemo(() => (html === null ? [] : snapshotParts(html)), [html]);
  const masked = useMemo(
    () => (html === null ? null : maskSnapshot(html, new Set(hiddenParts)).html),
    [html, hiddenParts],
  );
  if (masked === null) return null;
  const others = new Set(file.parts?.parts.filter(({ isOthers }) => isOthers).map(({ id }) => id));
  return (
    <div class="snapshot">
      <iframe title={sayEvidence(locale, "parts.frame")} sandbox="" srcdoc={masked} />
      <p class="hint">{sayEvidence(locale, "parts.hint")}</p>
      <ul class="parts">
        {parts.map((part) => (
          <li key={part.id} class={others.has(part.id) ? "others" : undefined}>
            <PartButton
              locale={locale}
              part={part}
              isHidden={hiddenParts.includes(part.id)}
              onPress={() => change((now) => turnPart(now, part.id))}
            />
          </li>
        ))}
      </ul>
      <button
        type="button"
        disabled={hiddenParts.length === 0}
        onClick={() => change((now) => changeEdits(now, { hiddenParts: [] }))}
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
