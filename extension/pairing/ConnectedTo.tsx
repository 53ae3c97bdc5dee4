import type { Locale } from "@otklik/shared/people/locale";
import type { Connection } from "../api/connection";
import { cachedSession } from "../api/session-cache";
import { sayOptions } from "../messages/options";
import { sayDay } from "../messages/shell/say-time";
import { useLocalItem } from "../settings/use-local-item";
import { disconnect } from "./disconnect";
import { WaitingClips } from "./WaitingClips";

interface Props {
  readonly locale: Locale;
  readonly connection: Connection;
}

/** Whom this browser acts for. */
export function ConnectedTo({ locale, connection }: Props) {
  const session = useLocalItem(cachedSession);
  const since = sayDay(locale, connection.pairedAt);
  return (
    <>
      <p class="connected" role="status">
        {sayOptions(locale, "pairing.connectedTo", { host: new URL(connection.origin).host })}
      </p>
      <dl>
        {session && (
          <>
            <dt>{sayOptions(locale, "pairing.person")}</dt>
            <dd>
              {session.person.name}, {session.person.email}
            </dd>
            <dt>{sayOptions(locale, "pairing.organisation")}</dt>
            <dd>{session.organisation.name}</dd>
          </>
        )}
        <dt>{sayOptions(locale, "pairing.since")}</dt>
        <dd>{since}</dd>
      </dl>
      <WaitingClips locale={locale} id="waiting-clips" />
      <p class="actions">
        <button type="button" aria-describedby="waiting-clips" onClick={() => void disconnect()}>
          {sayOptions(locale, "pairing.disconnect")}
        </button>
        <span class="muted">{sayOptions(locale, "pairing.disconnectKeeps")}</span>
      </p>
    </>
  );
}
