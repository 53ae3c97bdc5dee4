import type { CodeOwed, OrganisationOwed } from "@otklik/shared/people/sign-in";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Failure } from "../api/outcome";
import { sayDesk } from "../messages/index";
import { FailureNote } from "../parts/FailureNote";
import { useLocale } from "../preferences/Preferences";
import { useSession } from "./Session";

interface OrganisationChoiceProps {
  readonly owed: OrganisationOwed;
  /** A code is asked for as well. */
  readonly onOwed: (owed: CodeOwed) => void;
  /** To the password again. */
  readonly onBack: () => void;
}

/** In which of the organisations where the password is right. */
export function OrganisationChoice({ owed, onOwed, onBack }: OrganisationChoiceProps) {
  const locale = useLocale();
  const { ask, refresh } = useSession();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // The form that had the focus is gone; a screen reader goes on here.
  useEffect(() => heading.current?.focus(), []);

  const choose = async (organisation: string) => {
    if (isBusy) return;
    setBusy(true);
    setFailure(null);
    const json = { step: owed.step, organisation };
    const outcome = await ask(({ api }) => api["sign-in"].organisation.$post({ json }));
    if (outcome.kind !== "done") setFailure(outcome);
    else if ("step" in outcome.body) onOwed(outcome.body);
    else await refresh();
    setBusy(false);
  };

  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {sayDesk(locale, "signIn.choice.title")}
      </h1>
      {failure && <FailureNote failure={failure} />}
      <p>{sayDesk(locale, "signIn.choice.lead")}</p>
      <ul class="plain-list organisation-choice">
        {owed.organisations.map(({ id, name }) => (
          <li key={id}>
            <button
              type="button"
              class="button organisation-name"
              aria-disabled={isBusy}
              onClick={() => void choose(id)}
            >
              <bdi>{name}</bdi>
            </button>
          </li>
        ))}
      </ul>
      <p>
        <button type="button" class="button" onClick={onBack}>
          {sayDesk(locale, "signIn.code.back")}
        </button>
      </p>
    </>
  );
}
