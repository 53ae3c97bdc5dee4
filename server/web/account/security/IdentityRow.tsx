import type { Identity } from "@otklik/shared/people/people";
import { saySecurity } from "../../messages/security/index";
import { formatInstant } from "../../parts/format-when";
import { ownZone } from "../../parts/own-zone";
import { useLocale } from "../../preferences/Preferences";

interface IdentityRowProps {
  readonly identity: Identity;
  /** Null where it may not be unlinked. */
  readonly onRemove: (() => void) | null;
}

/** Through which provider somebody signs in, since when and when last, and the way to unlink it. */
export function IdentityRow({ identity, onRemove }: IdentityRowProps) {
  const locale = useLocale();
  const { issuer, provider, linkedAt, lastUsedAt } = identity;
  const zone = ownZone();
  const when = (instant: string) => formatInstant(locale, instant, zone, new Date());
  const facts = [
    ...(provider === null ? [saySecurity(locale, "identities.over")] : []),
    saySecurity(locale, "identities.linkedAt", { when: when(linkedAt) }),
    ...(lastUsedAt === null
      ? []
      : [saySecurity(locale, "identities.lastUsedAt", { when: when(lastUsedAt) })]),
  ];
  return (
    <li class="device">
      <div>
        <bdi>{provider ?? issuer}</bdi>
        {provider !== null && (
          <p class="muted">
            <bdi>{issuer}</bdi>
          </p>
        )}
        <p class="muted">{facts.join("; ")}</p>
      </div>
      {onRemove !== null && (
        <button
          type="button"
          class="button"
          aria-label={saySecurity(locale, "identities.remove.label", { name: provider ?? issuer })}
          onClick={onRemove}
        >
          {saySecurity(locale, "identities.remove")}
        </button>
      )}
    </li>
  );
}
