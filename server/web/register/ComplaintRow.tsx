import type { ComplaintSummary } from "@otklik/shared/complaint/complaint";
import type { CalendarWindow } from "@otklik/shared/deadline/calendar/calendar-window";
import { sayComplaint } from "@otklik/shared/messages/complaint/index";
import { sayDeadline } from "@otklik/shared/messages/deadline/index";
import { sayDesk } from "../messages/index";
import { Icon } from "../parts/Icon";
import { useLocale } from "../preferences/Preferences";
import { DueMark } from "./DueMark";
import { sayLeft } from "./say-left";

interface ComplaintRowProps {
  readonly complaint: ComplaintSummary;
  readonly href: string;
  readonly isOpen: boolean;
  readonly now: Date;
  readonly zone: string;
  readonly window: CalendarWindow | null;
}

/** What is needed to decide what to do now, the due date first. */
export function ComplaintRow({ complaint, href, isOpen, now, zone, window }: ComplaintRowProps) {
  const locale = useLocale();
  const { channel, complainant, excerpt, incomingNumber, nextDue, responsible } = complaint;
  return (
    <a class="row" href={href} aria-current={isOpen ? "true" : undefined} data-id={complaint.id}>
      <span class="row-due">
        <DueMark due={nextDue} now={now} zone={zone} window={window} />
        {nextDue !== null && (
          <>
            <span class="row-clock">{sayDeadline(locale, `clock.${nextDue.clock}`)}</span>
            <span class="row-clock">{sayLeft(locale, nextDue, now, zone, window)}</span>
          </>
        )}
      </span>
      <span class="row-number">{incomingNumber}</span>
      <span class="row-channel" title={sayComplaint(locale, `channel.${channel}`)}>
        <Icon name={channel} />
        <span class="hidden">{sayComplaint(locale, `channel.${channel}`)},</span>
      </span>
      <span class="row-complainant">
        <bdi>{complainant ?? sayDesk(locale, "list.unknownAuthor")}</bdi>
      </span>
      <span class="row-responsible">
        {responsible === null ? (
          sayDesk(locale, "list.nobody")
        ) : (
          <>
            <span class="hidden">{sayDesk(locale, "complaint.responsible")}: </span>
            <bdi>{responsible.name}</bdi>
          </>
        )}
      </span>
      <bdi class="row-excerpt" dir="auto">
        {excerpt}
      </bdi>
    </a>
  );
}
