import type { Locale } from "@otklik/shared/people/locale";
import { storedConnection } from "../api/connection";
import { sayOptions } from "../messages/options";
import type { Settings } from "../settings/settings";
import { useLocalItem } from "../settings/use-local-item";
import { ConnectedTo } from "./ConnectedTo";
import { ConnectForm } from "./ConnectForm";
import { storedPairing } from "./pairing-state";
import { WaitingForApproval } from "./WaitingForApproval";
import "./connection.css";

interface Props {
  readonly locale: Locale;
  readonly settings: Settings;
}

/** Whom this browser acts for, and how to change that. */
export function ConnectionSection({ locale, settings }: Props) {
  const connection = useLocalItem(storedConnection);
  const pairing = useLocalItem(storedPairing);
  if (connection === undefined || pairing === undefined) return null;
  const isConnected = connection !== null && connection.rejectedAt === null;
  return (
    <section class="connection" aria-labelledby="connection-title">
      <h2 id="connection-title">{sayOptions(locale, "pairing.title")}</h2>
      {pairing?.phase === "waiting" ? (
        <WaitingForApproval locale={locale} pairing={pairing} />
      ) : isConnected ? (
        <ConnectedTo locale={locale} connection={connection} />
      ) : (
        <>
          {connection !== null && <p class="fault">{sayOptions(locale, "pairing.rejected")}</p>}
          <ConnectForm locale={locale} serverUrl={settings.serverUrl} failed={pairing} />
        </>
      )}
    </section>
  );
}
