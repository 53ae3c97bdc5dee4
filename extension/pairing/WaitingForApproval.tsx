import type { Locale } from "@otklik/shared/people/locale";
import { browser } from "wxt/browser";
import { sayOptions } from "../messages/options";
import { sayTime } from "../messages/shell/say-time";
import { storedPairing, type WaitingPairing } from "./pairing-state";

interface Props {
  readonly locale: Locale;
  readonly pairing: WaitingPairing;
}

/** The code to compare with the one at the desk. Polling is the background's, so that this page may be closed. */
export function WaitingForApproval({ locale, pairing }: Props) {
  const { host } = new URL(pairing.verificationUrl);
  const time = sayTime(locale, pairing.expiresAt);
  return (
    <div role="status">
      <p>{sayOptions(locale, "pairing.compare", { host })}</p>
      <p class="code">
        <span class="label">{sayOptions(locale, "pairing.code")}</span> <output>{pairing.userCode}</output>
      </p>
      <p class="muted">{sayOptions(locale, "pairing.until", { time })}</p>
      <p class="actions">
        <button
          type="button"
          class="main"
          onClick={() => void browser.tabs.create({ url: pairing.verificationUrl })}
        >
          {sayOptions(locale, "pairing.openAgain")}
        </button>
        <button type="button" onClick={() => void storedPairing.remove()}>
          {sayOptions(locale, "pairing.cancel")}
        </button>
      </p>
    </div>
  );
}
