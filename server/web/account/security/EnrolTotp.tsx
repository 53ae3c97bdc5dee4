import type { Locale } from "@otklik/shared/people/locale";
import type { TotpOffer } from "@otklik/shared/people/sign-in";
import { useState } from "preact/hooks";
import type { Failure } from "../../api/outcome";
import { useSession } from "../../entry/Session";
import { sayDesk } from "../../messages/index";
import { saySecurity } from "../../messages/security/index";
import { FailureNote } from "../../parts/FailureNote";
import { Field } from "../../parts/Field";
import { useCopy } from "../../parts/use-copy";
import { useWrongFocus } from "../../parts/use-wrong-focus";
import { useLocale } from "../../preferences/Preferences";
import { QrCode } from "./QrCode";

interface EnrolTotpProps {
  readonly offer: TotpOffer;
  /** Given the recovery codes, which are not to be had again. */
  readonly onDone: (recoveryCodes: readonly string[]) => Promise<void>;
  readonly onCancel: () => void;
}

/** Gives the secret to the person's app and asks for its first code. */
export function EnrolTotp({ offer, onDone, onCancel }: EnrolTotpProps) {
  const locale = useLocale();
  const { ask } = useSession();
  const copy = useCopy();
  const [code, setCode] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | "empty" | null>(null);
  const form = useWrongFocus(failure);
  const wrong = sayWrongCode(locale, failure);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setFailure(code === "" ? "empty" : null);
    if (code === "") return;
    setBusy(true);
    const outcome = await ask(({ api }) => api.account.totp.confirmation.$post({ json: { code } }));
    setBusy(false);
    if (outcome.kind !== "done") return setFailure(outcome);
    await onDone(outcome.body.recoveryCodes);
  };

  return (
    <div class="enrol">
      <h3>{saySecurity(locale, "totp.enrol.title")}</h3>
      <p>{saySecurity(locale, "totp.enrol.scan")}</p>
      <QrCode text={offer.url} label={saySecurity(locale, "totp.enrol.qr")} />
      <p>{saySecurity(locale, "totp.enrol.type")}</p>
      <p>
        <code class="enrol-secret">{offer.secret.match(/.{1,4}/g)?.join(" ")}</code>
      </p>
      <p>
        <button
          type="button"
          class="button button-small"
          onClick={() => copy(offer.secret, saySecurity(locale, "totp.enrol.copied"))}
        >
          {saySecurity(locale, "totp.enrol.copy")}
        </button>
      </p>
      <form ref={form} class="account-form" noValidate onSubmit={submit}>
        {failure !== null && failure !== "empty" && wrong === null && <FailureNote failure={failure} />}
        <Field
          label={saySecurity(locale, "totp.enrol.code")}
          name="code"
          value={code}
          onInput={setCode}
          wrong={wrong === null ? [] : [wrong]}
          autocomplete="one-time-code"
          inputMode="numeric"
          autofocus
        />
        <div class="buttons">
          <button type="submit" class="button button-main" aria-disabled={isBusy}>
            {saySecurity(locale, isBusy ? "totp.enrol.busy" : "totp.enrol.submit")}
          </button>
          <button type="button" class="button" onClick={onCancel}>
            {sayDesk(locale, "cancel")}
          </button>
        </div>
      </form>
    </div>
  );
}

/** There are no recovery codes yet: the common words for a wrong code would send people to look for them. */
function sayWrongCode(locale: Locale, failure: Failure | "empty" | null): string | null {
  if (failure === "empty") return sayDesk(locale, "signIn.code.empty");
  const isWrong = failure?.kind === "refused" && failure.problem.code === "wrong-code";
  return isWrong ? saySecurity(locale, "totp.enrol.wrong") : null;
}
