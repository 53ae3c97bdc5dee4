import type { ComponentChildren } from "preact";
import { sayDesk } from "../messages/index";
import { useLocale } from "../preferences/Preferences";
import { safeLink } from "./safe-link";

/** A link out of the register. An address that must not be followed is shown as its text alone. */
export function ExternalLink({ address, children }: { address: string; children: ComponentChildren }) {
  const locale = useLocale();
  const href = safeLink(address);
  if (href === null) return <span>{children}</span>;
  return (
    <a class="external" href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
      <span class="hidden"> ({sayDesk(locale, "clip.newTab")})</span>
    </a>
  );
}
