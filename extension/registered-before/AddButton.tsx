import type { Locale } from "@otklik/shared/people/locale";
import { useEffect, useRef, useState } from "preact/hooks";
import { sayBefore } from "../messages/registered-before";

interface Props {
  readonly locale: Locale;
  /** As it is said, such as “No. 2026-000142”. */
  readonly number: string;
  readonly isSending: boolean;
  readonly onAdd: () => void;
}

/**
 * Adds the draft to a registered complaint, which cannot be taken back. It asks first: the button comes into the
 * draft by itself, with the server's answer, and may come under a click that was meant for something else.
 */
export function AddButton({ locale, number, isSending, onAdd }: Props) {
  const [isAsking, setAsking] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  // On the harmless answer: a second Enter sends nothing either.
  useEffect(() => {
    if (isAsking) keep.current?.focus();
  }, [isAsking]);
  if (!isAsking) {
    return (
      <button type="button" disabled={isSending} onClick={() => setAsking(true)}>
        {sayBefore(locale, "addTo", { number })}
      </button>
    );
  }
  return (
    <>
      <p>{sayBefore(locale, "add.ask", { number })}</p>
      <button type="button" ref={keep} onClick={() => setAsking(false)}>
        {sayBefore(locale, "add.keep")}
      </button>
      <button type="button" disabled={isSending} onClick={onAdd}>
        {sayBefore(locale, "add.send")}
      </button>
    </>
  );
}
