import type { Complaint } from "@otklik/shared/complaint/complaint";
import { sayDesk } from "../messages/index";
import { formatInstant } from "../parts/format-when";
import { useLocale } from "../preferences/Preferences";
import { sayEvent } from "./say-event";

/** What has been done, newest last. */
export function History({ complaint, now }: { complaint: Complaint; now: Date }) {
  const locale = useLocale();
  return (
    <section class="part" aria-labelledby="history-title">
      <h2 id="history-title">{sayDesk(locale, "history.title")}</h2>
      <ol class="plain-list history">
        {complaint.events.map((event, index) => (
          <li class="history-event" key={index}>
            <time dateTime={event.at}>{formatInstant(locale, event.at, complaint.zone, now)}</time>
            <span>{sayEvent(locale, event)}</span>
            <bdi class="muted">{event.actor?.name ?? sayDesk(locale, "history.nobody")}</bdi>
          </li>
        ))}
      </ol>
    </section>
  );
}
