import type { Locale } from "@otklik/shared/people/locale";
import { useState } from "preact/hooks";
import { sayBefore } from "../messages/registered-before";
import type { Draft, JoinedComplaint } from "../storage/database";
import { sayNumber } from "./say-registered";

interface Props {
  readonly locale: Locale;
  readonly draft: Draft;
  readonly onTurn: (addTo: JoinedComplaint | null) => void;
}

/** Of a clip that was to join a complaint and was not accepted: that it still is, and the way to have it registered anew. */
export function JoinNote({ locale, draft, onTurn }: Props) {
  const { addTo = null } = draft;
  const [meant] = useState(addTo);
  if (meant === null) return null;
  const number = sayNumber(locale, meant);
  return (
    <div class="before same">
      <label class="check">
        <input
          type="checkbox"
          checked={addTo !== null}
          aria-describedby="join-hint"
          onChange={() => onTurn(addTo === null ? meant : null)}
        />
        {sayBefore(locale, "addTo", { number })}
      </label>
      <p id="join-hint" class="hint">
        {sayBefore(locale, "join.hint", { number })}
      </p>
    </div>
  );
}
