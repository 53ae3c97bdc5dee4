import type { FieldSource } from "@otklik/shared/complaint/clip-fields";
import { sayComplaint } from "@otklik/shared/messages/complaint/index";
import type { Locale } from "@otklik/shared/people/locale";
import type { ComponentChildren } from "preact";
import { sayDraft } from "../messages/draft";

interface Props {
  readonly locale: Locale;
  readonly label: string;
  /** Id of the one input; null when the field holds several, which then is a group. */
  readonly inputId: string | null;
  readonly source?: FieldSource | undefined;
  /** Given when the agent has changed what was captured. */
  readonly onRestore?: (() => void) | undefined;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly children: ComponentChildren;
}

/** A field of the draft with its source, the way back to what was captured, and what is wrong or missing. */
export function Field({ locale, label, inputId, source, onRestore, hint, error, children }: Props) {
  const labelId = `${inputId ?? label}-label`;
  return (
    <div class="field" {...(inputId === null ? { role: "group", "aria-labelledby": labelId } : {})}>
      <div class="field-head">
        {inputId === null ? (
          <span id={labelId} class="label">
            {label}
          </span>
        ) : (
          <label for={inputId} class="label">
            {label}
          </label>
        )}
        {source !== undefined && <span class="source">{sayComplaint(locale, `source.${source}`)}</span>}
        {onRestore !== undefined && (
          <button
            type="button"
            class="link"
            aria-label={sayDraft(locale, "field.restoreOf", { field: label })}
            onClick={onRestore}
          >
            {sayDraft(locale, "field.restore")}
          </button>
        )}
      </div>
      {children}
      {error !== undefined && (
        <p class="error" id={inputId === null ? undefined : `${inputId}-error`}>
          {error}
        </p>
      )}
      {hint !== undefined && <p class="hint">{hint}</p>}
    </div>
  );
}
