import type { TotpOffer } from "@otklik/shared/people/sign-in";
import { useState } from "preact/hooks";
import { useSession } from "../../entry/Session";
import { saySecurity } from "../../messages/security/index";
import { useAnnounce } from "../../parts/Announcer";
import { formatInstant } from "../../parts/format-when";
import { ownZone } from "../../parts/own-zone";
import { Section } from "../../parts/Section";
import { useLocale } from "../../preferences/Preferences";
import { ConfirmDialog } from "./ConfirmDialog";
import { EnrolTotp } from "./EnrolTotp";
import { RecoveryCodes } from "./RecoveryCodes";
import type { SecurityProps } from "./Security";

type Asked = "turn-on" | "turn-off" | "renew";

/** The code of an app after the password: on, off, and its recovery codes. */
export function SecondFactor({ account, onChanged }: SecurityProps) {
  const locale = useLocale();
  const { ask } = useSession();
  const announce = useAnnounce();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [offer, setOffer] = useState<TotpOffer | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const zone = ownZone();
  const { totp } = account;
  const dialog = { account, onClose: () => setAsked(null) };

  const showCodes = async (made: readonly string[]) => {
    setOffer(null);
    setAsked(null);
    setCodes(made);
    await onChanged();
  };

  return (
    <Section title={saySecurity(locale, "totp.title")}>
      <p>{saySecurity(locale, "totp.lead")}</p>
      {codes ? (
        <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />
      ) : totp ? (
        <>
          <p>
            {saySecurity(locale, "totp.on", {
              when: formatInstant(locale, totp.confirmedAt, zone, new Date()),
            })}{" "}
            {totp.recoveryCodesLeft > 0
              ? saySecurity(locale, "codes.left", { count: totp.recoveryCodesLeft })
              : saySecurity(locale, "codes.none")}
          </p>
          <div class="buttons">
            <button type="button" class="button" onClick={() => setAsked("renew")}>
              {saySecurity(locale, "codes.renew")}
            </button>
            <button type="button" class="button" onClick={() => setAsked("turn-off")}>
              {saySecurity(locale, "totp.turnOff")}
            </button>
          </div>
        </>
      ) : offer ? (
        <EnrolTotp offer={offer} onDone={showCodes} onCancel={() => setOffer(null)} />
      ) : (
        <div class="buttons">
          <button type="button" class="button" onClick={() => setAsked("turn-on")}>
            {saySecurity(locale, "totp.turnOn")}
          </button>
        </div>
      )}

      {asked === "turn-on" && (
        <ConfirmDialog
          {...dialog}
          title={saySecurity(locale, "totp.title")}
          action={saySecurity(locale, "totp.turnOn")}
          onConfirmed={async (confirmation) => {
            const outcome = await ask(({ api }) => api.account.totp.$post({ json: { confirmation } }));
            if (outcome.kind !== "done") return outcome;
            setAsked(null);
            setOffer(outcome.body);
            return null;
          }}
        >
          <p>{saySecurity(locale, "totp.lead")}</p>
        </ConfirmDialog>
      )}
      {asked === "turn-off" && (
        <ConfirmDialog
          {...dialog}
          title={saySecurity(locale, "totp.turnOff.title")}
          action={saySecurity(locale, "totp.turnOff")}
          onConfirmed={async (confirmation) => {
            const outcome = await ask(({ api }) =>
              api.account.totp.removal.$post({ json: { confirmation } }),
            );
            if (outcome.kind !== "done") return outcome;
            setAsked(null);
            announce(saySecurity(locale, "totp.turnedOff"));
            await onChanged();
            return null;
          }}
        >
          <p>{saySecurity(locale, "totp.turnOff.detail")}</p>
        </ConfirmDialog>
      )}
      {asked === "renew" && (
        <ConfirmDialog
          {...dialog}
          title={saySecurity(locale, "codes.renew.title")}
          action={saySecurity(locale, "codes.renew")}
          onConfirmed={async (confirmation) => {
            const outcome = await ask(({ api }) =>
              api.account.totp["recovery-codes"].$post({ json: { confirmation } }),
            );
            if (outcome.kind !== "done") return outcome;
            await showCodes(outcome.body.recoveryCodes);
            return null;
          }}
        >
          <p>{saySecurity(locale, "codes.renew.detail")}</p>
        </ConfirmDialog>
      )}
    </Section>
  );
}
