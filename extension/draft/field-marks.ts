import type { ClipField, Confidence, FieldSource, MissingReason } from "@otklik/shared/complaint/clip-fields";
import { isCorrected, restoreField } from "./draft-changes";
import type { FieldProps } from "./field-props";
import { capturedPostAt } from "./posts";

/** What is said beside a field's name: where its value came from and how sure that is, or why there is none. */
export interface FieldMarks {
  readonly source: FieldSource | undefined;
  readonly confidence: Confidence | undefined;
  readonly missing: MissingReason | undefined;
  /** Given when the agent has changed what was captured. */
  readonly onRestore: (() => void) | undefined;
}

/** The marks of one field of the clip's own post. What the agent typed is neither sure nor missing. */
export function marksOf(
  { draft, change }: Pick<FieldProps, "draft" | "change">,
  field: ClipField,
): FieldMarks {
  const captured = capturedPostAt(draft, 0);
  const source = draft.request.clip.sources[field];
  const isTyped = isCorrected(draft, field);
  return {
    source,
    confidence: isTyped ? undefined : captured.confidence?.[field],
    missing: source === undefined ? captured.missing?.[field] : undefined,
    onRestore: isTyped ? () => change((now) => restoreField(now, field)) : undefined,
  };
}
