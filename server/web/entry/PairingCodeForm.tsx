import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { sayDesk } from "../messages/index";
import { Field } from "../parts/Field";
import { useLocale } from "../preferences/Preferences";
import { EXAMPLE_CODE, pairingCode } from "./pairing-code";

/** The code typed by hand, for a device that cannot open this page itself. */
export function PairingCodeForm({ typed }: { typed: string }) {
  const locale = useLocale();
  const { route } = useLocation();
  const [code, setCode] = useState(typed);
  const [isWrong, setWrong] = useState(typed !== "");

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const read = pairingCode(code);
    setWrong(read === null);
    if (read !== null) route(`/pair?code=${read}`);
  };

  return (
    <form noValidate onSubmit={submit}>
      <Field
        label={sayDesk(locale, "pair.code")}
        name="code"
        value={code}
        onInput={setCode}
        autocomplete="off"
        autofocus
        hint={sayDesk(locale, "pair.code.hint", { example: EXAMPLE_CODE })}
        wrong={isWrong ? [sayDesk(locale, "pair.code.wrong", { example: EXAMPLE_CODE })] : []}
      />
      <button type="submit" class="button button-main">
        {sayDesk(locale, "pair.find")}
      </button>
    </form>
  );
}
