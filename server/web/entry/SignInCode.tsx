import type { CodeOwed } from "@otklik/shared/people/sign-in";
import { useRef, useState } from "preact/hooks";
import type { Failure } from "../api/outcome";
import { sayDesk } from "../messages/index";
import { FailureNote } from "../parts/FailureNote";
import { Field } from "../parts/Field";
import { useLocale } from "../preferences/Preferences";
import { useSession } from "./Session";

interface SignInCodeProps {
  readonly owed: CodeOwed;
  /** To the password again. */
  readonly onBack: () => void;
}

/** The code of the person's app, or a recovery code. */
export function SignInCode({ owed, onBack }: SignInCodeProps) {
  const locale = useLocale();
  const { ask, refresh } = useSession();
  const [code, setCode] = useState("");
  const [isEmpty, setEmpty] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const form = useRef<HTMLFormElement>(null);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setFailure(null);
    setEmpty(code === "");
    if (code === "") return form.current?.querySelector<HTMLInputElement>("[name=code]")?.focus();
    setBusy(true);
    const outcome = await ask(({ api }) => api["sign-in"].code.$post({ json: { step: owed.step, code } }));
    if (outcome.kind === "done") await refresh();
    else {
      setFailure(outcome);
      form.current?.querySelector<HTMLInputElement>("[name=code]")?.select();
    }
    setBusy(false);
  };

  return (
    <>
      <h1>{sayDesk(locale, "signIn.code.title")}</h1>
      {failure && <FailureNote failure={failure} />}
      <form ref={form} noValidate onSubmit={submit}>
        <Field
          label={sayDesk(locale, "signIn.code")}
          hint={sayDesk(locale, "signIn.code.hint")}
          name="code"
          value={code}
          onInput={setCode}
          wrong={isEmpty ? [sayDesk(locale, "signIn.code.empty")] : []}
          autocomplete="one-time-code"
          autofocus
        />
        <button type="submit" class="button button-main" aria-disabled={isBusy}>
          {sayDesk(locale, isBusy ? "signIn.busy" : "signIn.submit")}
        </button>
        <button type="button" class="button" onClick={onBack}>
          {sayDesk(locale, "signIn.code.back")}
        </button>
      </form>
    </>
  );
}
