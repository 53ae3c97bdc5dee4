import type { ComplaintSummary } from "@otklik/shared/complaint/complaint";
import { type DueTone, dueTone } from "@otklik/shared/deadline/say/due-tone";
import { sayDue } from "@otklik/shared/deadline/say/say-due";
import { sayComplaint } from "@otklik/shared/messages/complaint/index";
import { sayDueWord } from "@otklik/shared/messages/due-words/index";
import type { Locale } from "@otklik/shared/people/locale";
import { sayShell } from "../messages/shell";

interface Props {
  readonly complaint: ComplaintSummary;
  readonly locale: Locale;
  readonly now: Date;
  /** The organisation's. */
  readonly zone: string;
  /** Of the server's desk. */
  readonly origin: string;
}

/** Beside colour and words, so that the urgency is seen without colours too. */
const SIGNS: Readonly<Record<DueTone, string>> = { overdue: "▲", soon: "◆", in_time: "○", none: "○" };

/** One complaint: the row opens the post, its number the record at the desk. */
export function ComplaintRow({ complaint, locale, now, zone, origin }: Props) {
  const { id, incomingNumber, complainant, excerpt, nextDue, permalink } = complaint;
  const record = `${origin}/complaints/${id}`;
  const post = permalink !== null && /^https?:\/\//i.test(permalink) ? permalink : null;
  const tone = dueTone(nextDue, now, zone);
  const number = sayComplaint(locale, "number", { number: incomingNumber });
  const who = complainant ?? sayShell(locale, "list.anonymous");
  return (
    <li class="complaint">
      <span
        class={`due ${tone}`}
        title={nextDue === null ? undefined : sayDueWord(locale, `clock.${nextDue.clock}`)}
      >
        <span aria-hidden="true">{SIGNS[tone]}</span>
        <span>
          {nextDue === null ? sayShell(locale, "list.noDue") : sayDue(locale, nextDue, now, zone, null)}
        </span>
        {nextDue !== null && <span class="clock">{sayDueWord(locale, `clock.${nextDue.clock}`)}</span>}
      </span>
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
