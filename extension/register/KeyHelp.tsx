import type { Locale } from "@otklik/shared/people/locale";
import { useEffect, useRef } from "preact/hooks";
import { sayShell } from "../messages/shell";

/** The keys that work in the list. */
export function KeyHelp({ locale }: { readonly locale: Locale }) {
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.scrollIntoView({ block: "nearest" }), []);
  return (
    <section ref={section} class="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">{sayShell(locale, "keys.title")}</h2>
      <dl>
        <dt>
          <kbd>j</kbd> <kbd>k</kbd>
        </dt>
        <dd>{sayShell(locale, "keys.move")}</dd>
        <dt>
          <kbd>Enter</kbd>
        </dt>
        <dd>{sayShell(locale, "keys.open")}</dd>
        <dt>
          <kbd>w</kbd>
        </dt>
        <dd>{sayShell(locale, "keys.why")}</dd>
        <dt>
          <kbd>c</kbd>
        </dt>
        <dd>{sayShell(locale, "keys.copy")}</dd>
        <dt>
          <kbd>?</kbd>
        </dt>
        <dd>{sayShell(locale, "keys.help")}</dd>
      </dl>
    </section>
  );
}
