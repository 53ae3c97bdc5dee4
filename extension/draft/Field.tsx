import { sayComplaint } from "@otklik/shared/messages/complaint/index";
import type { Locale } from "@otklik/shared/people/locale";
import type { ComponentChildren } from "preact";
import { sayDraft } from "../messages/draft";
import { sayPost } from "../messages/post";
import type { FieldMarks } from "./field-marks";

interface Props {
  readonly locale: Locale;
  readonly label: string;
  /** Id of the one input; null when the field holds several, which then is a group. */
  readonly inputId: string | null;
  /** Of a field that was captured. */
  readonly marks?: FieldMarks;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly children: ComponentChildren;
}

/** A field of the draft with its source, the way back to what was captured, and what is wrong or missing. */
export function Field({ locale, label, inputId, marks, hint, error, children }: Props) {
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
        {marks !== undefined && <FieldMarksLine locale={locale} marks={marks} label={label} />}
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

interface MarksProps extends Pick<Props, "locale" | "label"> {
  readonly marks: FieldMarks;
}

/** Where a value came from; whether it should be looked at; why there is none; the way back to what was captured. */
export function FieldMarksLine({ locale, marks, label }: MarksProps) {
  const { source, confidence, missing, onRestore } = marks;
  return (
    <>
      {source !== undefined && <span class="source">{sayComplaint(locale, `source.${source}`)}</span>}
      {(confidence === "likely" || confidence === "unsure") && (
        <span class={confidence === "unsure" ? "unsure" : "source"}>
          {sayPost(locale, `confidence.${confidence}`)}
        </span>
      )}
      {missing !== undefined && <span class="source">{sayPost(locale, `missing.${missing}`)}</span>}
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
    </>
  );
}
