import type { Person } from "@otklik/shared/people/people";
import { sayPeople } from "../messages/people/index";
import { AskFirst } from "../parts/AskFirst";
import { useLocale } from "../preferences/Preferences";

interface ShutOutDialogProps {
  readonly person: Person;
  readonly onConfirm: () => Promise<unknown>;
  readonly onCancel: () => void;
}

/** Says what ends at once, and what stays, before it is done. */
export function ShutOutDialog({ person, onConfirm, onCancel }: ShutOutDialogProps) {
  const locale = useLocale();
  return (
    <AskFirst
      title={sayPeople(locale, "access.shutOut.title", { name: person.name })}
      action={sayPeople(locale, "access.shutOut")}
      hurts
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      <p>{sayPeople(locale, "access.shutOut.ends")}</p>
      <ul class="ends">
        {person.state !== "invited" && <li>{sayPeople(locale, "access.shutOut.sessions")}</li>}
        {person.devices > 0 && (
          <li>{sayPeople(locale, "access.shutOut.devices", { count: person.devices })}</li>
        )}
        {(person.hasTotp || person.passkeys > 0) && <li>{sayPeople(locale, "access.shutOut.factors")}</li>}
        <li>{sayPeople(locale, "access.shutOut.links")}</li>
      </ul>
      <p>{sayPeople(locale, "access.shutOut.kept")}</p>
    </AskFirst>
  );
}
