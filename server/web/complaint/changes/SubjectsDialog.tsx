import { useState } from "preact/hooks";
import { useSession } from "../../entry/Session";
import { sayDecisions } from "../../messages/decisions/index";
import { Dialog } from "../../parts/Dialog";
import { FailureNote } from "../../parts/FailureNote";
import { Waiting } from "../../parts/Waiting";
import { useLocale } from "../../preferences/Preferences";
import { ChangeButtons } from "./ChangeButtons";
import { ColleagueField } from "./ColleagueField";
import { type ChangeProps, useChange } from "./use-change";
import { useColleagues } from "./use-colleagues";

/** Whom the complaint concerns: names a colleague, or takes a name off. */
export function SubjectsDialog(props: ChangeProps) {
  const { complaint, onClose } = props;
  const locale = useLocale();
  const { ask } = useSession();
  const { isBusy, failure, send } = useChange(props);
  const { colleagues, load } = useColleagues();
  const [chosen, setChosen] = useState("");
  const [isMissing, setMissing] = useState(false);
  const { id, incomingNumber, subjects } = complaint;
  const known = colleagues === null || "kind" in colleagues ? [] : colleagues;
  const free = known.filter((each) => !subjects.some((subject) => subject.id === each.id));

  const name = () => {
    const person = free.find((each) => each.id === chosen);
    setMissing(person === undefined);
    if (person === undefined) return;
    void send(
      () =>
        ask(({ api }) =>
          api.complaints[":id"].subjects.$post({ param: { id }, json: { personId: person.id } }),
        ),
      () => sayDecisions(locale, "subjects.named", { name: person.name }),
    );
  };
  const remove = (person: (typeof subjects)[number]) =>
    send(
      () =>
        ask(({ api }) =>
          api.complaints[":id"].subjects[":personId"].$delete({ param: { id, personId: person.id } }),
        ),
      () => sayDecisions(locale, "subjects.removed", { name: person.name }),
    );

  return (
    <Dialog title={sayDecisions(locale, "subjects.title", { number: incomingNumber })} onClose={onClose}>
      <form
        class="change"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          name();
        }}
      >
        <p>{sayDecisions(locale, "subjects.effect")}</p>
        {subjects.length === 0 ? (
          <p class="muted">{sayDecisions(locale, "subjects.none")}</p>
        ) : (
          <ul class="plain-list subjects">
            {subjects.map((person) => (
              <li key={person.id}>
                <bdi>{person.name}</bdi>
                <button
                  type="button"
                  class="button"
                  aria-label={sayDecisions(locale, "subjects.remove.label", { name: person.name })}
                  aria-disabled={isBusy}
                  onClick={() => void remove(person)}
                >
                  {sayDecisions(locale, "subjects.remove")}
                </button>
              </li>
            ))}
          </ul>
        )}
        {colleagues === null && <Waiting lines={2} />}
        {colleagues !== null && "kind" in colleagues && (
          <FailureNote failure={colleagues} onRetry={() => void load()} />
        )}
        {free.length > 0 && (
          <ColleagueField
            label={sayDecisions(locale, "subjects.person")}
            hint={sayDecisions(locale, "subjects.person.hint")}
            prompt={sayDecisions(locale, "subjects.person.choose")}
            colleagues={free}
            chosen={chosen}
            onChoose={(person) => {
              setChosen(person);
              setMissing(false);
            }}
            wrong={isMissing ? [sayDecisions(locale, "subjects.person.missing")] : []}
            autofocus
          />
        )}
        {known.length > 0 && free.length === 0 && (
          <p class="muted">{sayDecisions(locale, "subjects.nobodyLeft")}</p>
        )}
        <ChangeButtons
          label={sayDecisions(locale, "subjects.name")}
          failure={failure}
          isBusy={isBusy}
          isOff={free.length === 0}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}
