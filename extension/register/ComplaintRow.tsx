import type { CalendarWindow } from "@otklik/shared/deadline/calendar/calendar-window";
import { sayComplaint } from "@otklik/shared/messages/complaint/index";
import type { Locale } from "@otklik/shared/people/locale";
import { sayShell } from "../messages/shell";
import type { CopiedComplaint } from "./complaint-copy";
import { DueLine } from "./DueLine";

interface Props {
  readonly complaint: CopiedComplaint;
  readonly locale: Locale;
  readonly now: Date;
  /** The organisation's. */
  readonly zone: string;
  /** The organisation's calendar round now; null where it is not known. */
  readonly window: CalendarWindow | null;
  /** Of the server's desk. */
  readonly origin: string;
}

/** One complaint: the row opens the post, its number the record at the desk. */
export function ComplaintRow({ complaint, locale, now, zone, window, origin }: Props) {
  const { id, incomingNumber, complainant, excerpt, nextDue, permalink } = complaint;
  const record = `${origin}/complaints/${id}`;
  const post = permalink !== null && /^https?:\/\//i.test(permalink) ? permalink : null;
  const number = sayComplaint(locale, "number", { number: incomingNumber });
  const who = complainant ?? sayShell(locale, "list.anonymous");
  return (
    <li class="complaint">
      <DueLine due={nextDue} locale={locale} now={now} zone={zone} window={window} />
      <a
        class="record"
        href={record}
        target="_blank"
        rel="noreferrer"
        title={sayShell(locale, "list.openRecord")}
      >
        {number}
      </a>
      <a
        class="row"
        href={post ?? record}
        data-record={record}
        target="_blank"
        rel="noreferrer"
        title={sayShell(locale, post === null ? "list.openRecord" : "list.openPost")}
      >
        <span class="who">{who}</span> <span class="excerpt">{excerpt}</span>
      </a>
    </li>
  );
}
