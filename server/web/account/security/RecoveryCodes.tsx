import { useEffect, useRef } from "preact/hooks";
import { saySecurity } from "../../messages/security/index";
import { useCopy } from "../../parts/use-copy";
import { useLocale } from "../../preferences/Preferences";

/** Recovery codes, this once: to copy, or to print by themselves. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const locale = useLocale();
  const copy = useCopy();
  const heading = useRef<HTMLHeadingElement>(null);
  // What had the focus is gone; a screen reader goes on here.
  useEffect(() => heading.current?.focus(), []);
  return (
    <div class="recovery">
      <h3 ref={heading} tabIndex={-1}>
        {saySecurity(locale, "codes.title")}
      </h3>
      <p>{saySecurity(locale, "codes.lead")}</p>
      <ul class="recovery-codes plain-list">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div class="buttons">
        <button type="button" class="button button-main" onClick={onKept}>
          {saySecurity(locale, "codes.kept")}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => copy(codes.join("\n"), saySecurity(locale, "codes.copied"))}
        >
          {saySecurity(locale, "codes.copy")}
        </button>
        <button type="button" class="button" onClick={() => window.print()}>
          {saySecurity(locale, "codes.print")}
        </button>
      </div>
    </div>
  );
}
