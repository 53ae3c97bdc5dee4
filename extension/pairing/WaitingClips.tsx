import type { Locale } from "@otklik/shared/people/locale";
import { sayOptions } from "../messages/options";
import { placeOf, whoIs } from "../outbox/destination";
import { useOutbox } from "../outbox/use-outbox";
import { waitingFor } from "../outbox/waiting-for";

interface Props {
  readonly locale: Locale;
  /** For the button that changes the connection, which this describes. */
  readonly id: string;
}

/** Before the connection is changed: how many clips wait, for whom, and what becomes of them. */
export function WaitingClips({ locale, id }: Props) {
  const [items] = useOutbox();
  const waiting = waitingFor(items ?? []);
  if (waiting.length === 0) return null;
  return (
    <div id={id} class="waiting-clips">
      {waiting.map(({ destination, count }) => (
        <p key={placeOf(destination)}>
          {destination === null
            ? sayOptions(locale, "pairing.waitingForAny", { count })
            : sayOptions(locale, "pairing.waiting", { count, who: whoIs(destination) })}
        </p>
      ))}
      {waiting.some(({ destination }) => destination !== null) && (
        <p>{sayOptions(locale, "pairing.waitingStay")}</p>
      )}
    </div>
  );
}
