import type { Locale } from "@otklik/shared/people/locale";
import { useState } from "preact/hooks";
import { browser } from "wxt/browser";
import { readServerAddress, type ServerAddress } from "../api/server-address";
import { sayOptions } from "../messages/options";
import { tell } from "../messaging/messages";
import type { FailedPairing } from "./pairing-state";
import { sayPairingFailure } from "./say-pairing-failure";
import { startPairing } from "./start-pairing";
import { WaitingClips } from "./WaitingClips";

interface Props {
  readonly locale: Locale;
  readonly serverUrl: string;
  /** How the last attempt ended; null when there was none. */
  readonly failed: FailedPairing | null;
}

/** Asks for the server's address and begins a pairing with it. */
export function ConnectForm({ locale, serverUrl, failed }: Props) {
  const [typed, setTyped] = useState(serverUrl);
  const [fault, setFault] = useState<Extract<ServerAddress, { fault: string }>["fault"] | null>(null);
  const [isAsking, setAsking] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    const address = readServerAddress(typed);
    setFault("fault" in address ? address.fault : null);
    if ("fault" in address) return;
    setAsking(true);
    const state = await startPairing(address.origin);
    setAsking(false);
    if (state.phase !== "waiting") return;
    await tell({ type: "pairing-started" });
    await browser.tabs.create({ url: state.verificationUrl });
  };
  const said =
    fault !== null
      ? sayOptions(locale, `pairing.fault.${fault}`)
      : failed !== null && !isAsking
        ? sayPairingFailure(locale, failed)
        : null;
  return (
    <form onSubmit={(event) => void submit(event)}>
      <label for="server">{sayOptions(locale, "pairing.server")}</label>
      <input
        id="server"
        type="text"
        inputMode="url"
        autocomplete="url"
        spellcheck={false}
        value={typed}
        aria-invalid={fault !== null}
        aria-describedby="server-fault"
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <p id="server-fault" class="fault" role="alert">
        {said}
      </p>
      <WaitingClips locale={locale} id="waiting-clips" />
      <button type="submit" class="main" aria-describedby="waiting-clips" disabled={isAsking}>
        {sayOptions(locale, isAsking ? "pairing.connecting" : "pairing.connect")}
      </button>
    </form>
  );
}
