import type { ComponentChildren, RefObject } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";

/** What every field says beside its value. */
export interface FieldWords {
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with the value, in words. */
  readonly wrong?: readonly string[];
  readonly autofocus?: boolean;
}

/** What ties a control to its label, its hint and what is wrong with it. */
export interface ControlTies<Control extends HTMLElement> {
  readonly id: string;
  readonly ref: RefObject<Control | null>;
  readonly "aria-invalid": boolean;
  readonly "aria-describedby": string | undefined;
}

interface FieldFrameProps<Control extends HTMLElement> extends FieldWords {
  readonly children: (ties: ControlTies<Control>) => ComponentChildren;
}

/** A label, the control it is for, its hint and what was found wrong in it. */
export function FieldFrame<Control extends HTMLElement>({
  label,
  hint,
  wrong = [],
  autofocus = false,
  children,
}: FieldFrameProps<Control>) {
  const id = useId();
  const control = useRef<Control>(null);
  // The attribute alone works only when the whole page is loaded.
  useEffect(() => {
    if (autofocus) control.current?.focus();
  }, []);
  const described = [hint && `${id}-hint`, wrong.length > 0 && `${id}-error`].filter(Boolean).join(" ");
  const ties = {
    id,
    ref: control,
    "aria-invalid": wrong.length > 0,
    "aria-describedby": described === "" ? undefined : described,
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children(ties)}
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong.length > 0 && (
        <p class="field-error" id={`${id}-error`}>
          {wrong.join(" ")}
        </p>
      )}
    </div>
  );
}
