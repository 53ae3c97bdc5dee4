import type { SupersededDueDate } from "@otklik/shared/complaint/complaint";
import type { Clock } from "@otklik/shared/deadline/vocabulary";
import { sayDeadline } from "@otklik/shared/messages/deadline/index";
import { sayDates } from "../../messages/dates/index";
import { formatInstant } from "../../parts/format-when";
import { useLocale } from "../../preferences/Preferences";
import { type Reading, sayEnd } from "./say-end";

interface PastDatesProps {
  readonly clock: Clock;
  readonly history: readonly SupersededDueDate[];
  readonly reading: Reading;
}

/** Every date that a clock has had before, the newest first, with what made it and until when it held. */
export function PastDates({ clock, history, reading }: PastDatesProps) {
  const locale = useLocale();
  const past = history.filter((due) => due.clock === clock);
  if (past.length === 0) return null;
  const when = (instant: string) => formatInstant(locale, instant, reading.zone, reading.now);
  return (
    <div>
      <h3>{sayDates(locale, "past.title")}</h3>
      <ol class="plain-list past">
        {past.map((due) => (
          <li key={due.revision}>
            <strong>{sayEnd(locale, due, reading)}</strong>
            <span class="muted">
              {sayDates(locale, "past.made", {
                cause: sayDeadline(locale, `cause.${due.cause}`),
                made: when(due.madeAt),
                replaced: when(due.supersededAt),
              })}
              {due.metAt !== null && `; ${sayDates(locale, "due.met", { when: when(due.metAt) })}`}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
