import { useState } from "preact/hooks";
import type { Failure } from "../api/outcome";
import { useSession } from "../entry/Session";
import { sayPeople } from "../messages/people/index";
import { useAnnounce } from "../parts/Announcer";
import { AskFirst } from "../parts/AskFirst";
import { useLocale } from "../preferences/Preferences";
import type { PersonProps } from "./PersonView";

interface SecondFactorOffProps extends Pick<PersonProps, "person" | "onChanged"> {
  readonly onFailed: (failure: Failure | null) => Promise<void>;
}

/** Turns a colleague's second factor off and removes their passkeys, who has lost what holds them. */
export function SecondFactorOff({ person, onChanged, onFailed }: SecondFactorOffProps) {
  const locale = useLocale();
  const { ask } = useSession();
  const announce = useAnnounce();
  const [isAsked, setAsked] = useState(false);
  const { id, name, passkeys } = person;
  const what = passkeys === 0 ? "totpOff" : person.hasTotp ? "bothOff" : "passkeysOff";

  const turnOff = async () => {
    await onFailed(null);
    const outcome = await ask(({ api }) => api.people[":id"]["second-factor"].$delete({ param: { id } }));
    setAsked(false);
    if (outcome.kind !== "done") return onFailed(outcome);
    announce(sayPeople(locale, `access.${what}.done`, { name }));
    onChanged(outcome.body);
  };

  return (
    <div class="access-row">
      <p>{sayPeople(locale, `access.${what}.detail`, { name })}</p>
      <button type="button" class="button button-hurts" onClick={() => setAsked(true)}>
        {sayPeople(locale, `access.${what}`)}
      </button>
      {isAsked && (
        <AskFirst
          title={sayPeople(locale, `access.${what}.title`, { name })}
          action={sayPeople(locale, `access.${what}`)}
          hurts
          onConfirm={turnOff}
          onCancel={() => setAsked(false)}
        >
          <p>
            {what === "totpOff"
              ? sayPeople(locale, "access.totpOff.confirm")
              : sayPeople(locale, `access.${what}.confirm`, { count: passkeys })}
          </p>
          <p>{sayPeople(locale, "access.makeSure")}</p>
        </AskFirst>
      )}
    </div>
  );
}
