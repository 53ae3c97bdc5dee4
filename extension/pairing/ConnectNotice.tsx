import type { Locale } from "@otklik/shared/people/locale";
import { storedConnection } from "../api/connection";
import { sayShell } from "../messages/shell";
import { useLocalItem } from "../settings/use-local-item";

interface Props {
  readonly locale: Locale;
  /** Opens the page where one connects. */
  readonly onConnect: () => void;
}

/** Why nothing reaches the register, and the way to change that. Nothing is shown while the browser is connected. */
export function ConnectNotice({ locale, onConnect }: Props) {
  const connection = useLocalItem(storedConnection);
  if (connection === undefined || connection?.rejectedAt === null) return null;
  return (
    <section class="notice">
      <p>{sayShell(locale, connection === null ? "connect.first" : "connect.again")}</p>
      <button type="button" class="main" onClick={onConnect}>
        {sayShell(locale, "connect")}
      </button>
    </section>
  );
}
