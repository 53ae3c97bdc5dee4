import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/**
 * Puts the focus into the first field that is found wrong.
 *
 * @param found what was found wrong: each new finding is looked at anew, null is none
 * @returns for the form
 */
export function useWrongFocus(...found: readonly unknown[]): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, found);
  return form;
}
