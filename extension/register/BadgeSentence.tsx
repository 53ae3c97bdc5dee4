import { type BadgeScope, badgeAt } from "@otklik/shared/badge/badge-at";
import { sayBadge } from "@otklik/shared/badge/say-badge";
import type { Locale } from "@otklik/shared/people/locale";
import { NO_BADGE, storedBadge } from "../badge/badge-copy";
import { sayAge } from "../badge/say-age";
import { staleForMs } from "../badge/stale";
import { sayShell } from "../messages/shell";
import { useLocalItem } from "../settings/use-local-item";
import { useNow } from "../settings/use-now";

interface Props {
  readonly locale: Locale;
  readonly scope: BadgeScope;
  /** The server does not answer us at all: that it is stale goes without saying. */
  readonly isRejected: boolean;
}

/** What the badge counts, as a sentence, with its age when the server does not confirm it. */
export function BadgeSentence({ locale, scope, isRejected }: Props) {
  const stored = useLocalItem(storedBadge);
  const now = useNow();
  if (stored === undefined) return <h1>{"\u00a0"}</h1>;
  const copy = stored ?? NO_BADGE;
  if (copy.snapshot === null) return <h1>{sayShell(locale, "badge.noData")}</h1>;
  const state = badgeAt(copy.snapshot, now, scope);
  const staleMs = isRejected ? null : staleForMs(copy, now);
  return (
    <div>
      <h1 class={state.tone}>{sayBadge(locale, state, now, copy.snapshot.zone)}</h1>
      {staleMs !== null && (
        <p class="age">{sayShell(locale, "badge.stale", { age: sayAge(locale, staleMs) })}</p>
      )}
    </div>
  );
}
