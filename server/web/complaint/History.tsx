import type { Complaint, ComplaintEvent } from "@otklik/shared/complaint/complaint";
import { sayDesk } from "../messages/index";
import { formatInstant } from "../parts/format-when";
import { useLocale } from "../preferences/Preferences";
import type { Reading } from "./dates/say-end";
import { sayEvent, sayMovesOf } from "./say-event";

/** What has been done, newest last. */
export function History({ complaint, now }: { complaint: Complaint; now: Date }) {
  const locale = useLocale();
  const reading = { zone: complaint.zone, now };
  return (
    <section class="part" aria-labelledby="history-title">
      <h2 id="history-title">{sayDesk(locale, "history.title")}</h2>
      <ol class="plain-list history">
        {complaint.events.map((event, index) => (
          <li class="history-event" key={index}>
            <time dateTime={event.at}>{formatInstant(locale, event.at, complaint.zone, now)}</time>
            <EventWords event={event} reading={reading} />
            <bdi class="muted">{event.actor?.name ?? sayDesk(locale, "history.nobody")}</bdi>
          </li>
        ))}
      </ol>
    </section>
  );
}

function EventWords({ event, reading }: { event: ComplaintEvent; reading: Reading }) {
  const locale = useLocale();
  const moves = sayMovesOf(locale, event, reading);
  return (
    <div>
      <p class="lines">{sayEvent(locale, event, reading)}</p>
      {moves.length > 0 && (
        <ul class="plain-list muted">
          {moves.map((move) => (
            <li key={move}>{move}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
