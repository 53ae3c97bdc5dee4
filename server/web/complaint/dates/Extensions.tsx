import type { Complaint } from "@otklik/shared/complaint/complaint";
import type { TermExtension } from "@otklik/shared/complaint/term-changes";
import { wallClockOf } from "@otklik/shared/deadline/time/wall-clock";
import type { Clock } from "@otklik/shared/deadline/vocabulary";
import type { Session } from "@otklik/shared/people/account";
import { mayDo } from "@otklik/shared/people/roles";
import { sayDates } from "../../messages/dates/index";
import { sayDecisions } from "../../messages/decisions/index";
import { formatDay, formatInstant } from "../../parts/format-when";
import { useCopy } from "../../parts/use-copy";
import { useLocale } from "../../preferences/Preferences";
import { ExtensionDecision } from "../changes/ExtensionDecision";
import { isAbout } from "../is-about";
import { DecisionLinks } from "./DecisionLinks";

interface ExtensionsProps {
  readonly clock: Clock;
  readonly complaint: Complaint;
  readonly session: Session;
  readonly now: Date;
  readonly onChanged: (complaint: Complaint) => void;
  readonly onOutdated: () => Promise<void>;
}

/** The last later date that was asked for a clock: it waits for the chair, was approved with its notice, or refused. */
export function Extensions({ clock, complaint, session, ...rest }: ExtensionsProps) {
  const locale = useLocale();
  const extension = extensionToShow(clock, complaint);
  if (extension === null) return null;
  const when = (instant: string) => formatInstant(locale, instant, complaint.zone, rest.now);
  const day = formatDay(locale, extension.toDueOn);
  if (extension.decision === null) {
    return (
      <div class="note extension">
        <p class="note-title">{sayDates(locale, "extension.waiting", { day })}</p>
        <p class="lines">{sayDates(locale, "event.quote", { text: extension.reason })}</p>
        <p class="muted">
          {sayDates(locale, "extension.asked", {
            name: extension.requestedBy.name,
            when: when(extension.requestedAt),
          })}
        </p>
        {isAbout(complaint, session) ? (
          <p>{sayDecisions(locale, "conflict.noDecision")}</p>
        ) : mayDo(session.person.roles, "extension:decide") ? (
          <ExtensionDecision extension={extension} complaint={complaint} {...rest} />
        ) : (
          <p>{sayDates(locale, "extension.chairDecides")}</p>
        )}
        {mayDo(session.person.roles, "extension:request") && !isAbout(complaint, session) && (
          <DecisionLinks
            complaint={complaint}
            extension={extension}
            session={session}
            now={rest.now}
            onOutdated={rest.onOutdated}
          />
        )}
      </div>
    );
  }
  return (
    <div class="note extension">
      <p class="note-title">{sayDates(locale, `extension.${extension.decision}`, { day })}</p>
      {extension.comment !== null && (
        <p class="lines">{sayDates(locale, "event.quote", { text: extension.comment })}</p>
      )}
      {extension.decidedAt !== null && (
        <p class="muted">
          {sayDates(locale, "extension.decided", {
            name: extension.decidedBy?.name ?? "",
            when: when(extension.decidedAt),
          })}
        </p>
      )}
      {extension.decidedBy?.id === extension.requestedBy.id && (
        <p class="muted">{sayDecisions(locale, "extension.samePerson")}</p>
      )}
      <Notice extension={extension} isNew={isOfToday(extension.decidedAt, complaint.zone, rest.now)} />
    </div>
  );
}

/** The last one of a clock, while it still tells something of its date. */
function extensionToShow(clock: Clock, { status, dueDates, extensions }: Complaint): TermExtension | null {
  const extension = extensions.findLast((each) => each.clock === clock);
  const due = dueDates.find((each) => each.clock === clock);
  if (extension === undefined || due === undefined || status === "closed" || due.metAt !== null) return null;
  const { decision, decidedAt } = extension;
  if (decision === "approved" && due.cause !== "extended") return null;
  // The date that was not to be moved has given way to another since.
  if (decision === "refused" && decidedAt !== null && decidedAt < due.madeAt) return null;
  return extension;
}

function isOfToday(instant: string | null, zone: string, now: Date): boolean {
  return instant !== null && wallClockOf(instant, zone).day === wallClockOf(now.toISOString(), zone).day;
}

interface NoticeProps {
  readonly extension: TermExtension;
  /** Agreed today: it is still to be sent. */
  readonly isNew: boolean;
}

/** The letter that tells the complainant of the new date. */
function Notice({ extension: { notice }, isNew }: NoticeProps) {
  const locale = useLocale();
  const copy = useCopy();
  if (notice === null) return null;
  return (
    <>
      <details open={isNew}>
        <summary>{sayDates(locale, "notice.title")}</summary>
        <blockquote class="letter lines" dir="auto">
          {notice}
        </blockquote>
      </details>
      <button type="button" class="button" onClick={() => copy(notice, sayDates(locale, "notice.copied"))}>
        {sayDates(locale, "notice.copy")}
      </button>
    </>
  );
}
