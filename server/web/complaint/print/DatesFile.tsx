import type { Complaint } from "@otklik/shared/complaint/complaint";
import { CLOCKS } from "@otklik/shared/deadline/vocabulary";
import { sayComplaint } from "@otklik/shared/messages/complaint/index";
import { sayDeadline } from "@otklik/shared/messages/deadline/index";
import type { Session } from "@otklik/shared/people/account";
import type { RefObject } from "preact";
import { sayDates } from "../../messages/dates/index";
import { sayDesk } from "../../messages/index";
import { formatMoment } from "../../parts/format-when";
import { useLocale } from "../../preferences/Preferences";
import { ClockFile } from "./ClockFile";
import { ExtensionsFile } from "./ExtensionsFile";
import { PausesFile } from "./PausesFile";

interface DatesFileProps {
  readonly complaint: Complaint;
  readonly session: Session;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly now: Date;
}

/** What an auditor puts into the file: the complaint's events, and every clock with its days, acts, versions and history. */
export function DatesFile({ complaint, session, heading, now }: DatesFileProps) {
  const locale = useLocale();
  const { dueDates, pausedClocks, dueHistory, zone } = complaint;
  const when = (instant: string) => formatMoment(locale, instant, zone);
  const clocks = CLOCKS.filter((clock) =>
    [...dueDates, ...pausedClocks, ...dueHistory].some((due) => due.clock === clock),
  );
  return (
    <>
      <header class="file-head">
        <p>
          <bdi>{session.organisation.name}</bdi>
        </p>
        <h1 ref={heading} tabIndex={-1}>
          {sayDates(locale, "file.title", { number: complaint.incomingNumber })}
        </h1>
        <p class="muted">
          {sayDates(locale, "file.printed", {
            when: when(now.toISOString()),
            zone,
            name: session.person.name,
          })}
        </p>
      </header>
      <dl class="facts">
        <dt>{sayDesk(locale, "complaint.kind")}</dt>
        <dd>
          {sayComplaint(locale, `kind.${complaint.kind}`)}
          {complaint.anonymous && `; ${sayDates(locale, "judgement.anonymous")}`}
        </dd>
        {complaint.bases.length > 0 && (
          <>
            <dt>{sayDates(locale, "complaint.bases")}</dt>
            <dd>{complaint.bases.map((basis) => sayDeadline(locale, `basis.${basis}`)).join("; ")}</dd>
          </>
        )}
        <dt>{sayDesk(locale, "complaint.channel")}</dt>
        <dd>{sayComplaint(locale, `channel.${complaint.channel}`)}</dd>
        <dt>{sayDesk(locale, "complaint.received")}</dt>
        <dd>{when(complaint.receivedAt)}</dd>
        <dt>{sayDesk(locale, "complaint.registered")}</dt>
        <dd>{when(complaint.registeredAt)}</dd>
        {complaint.restartedAt !== null && (
          <>
            <dt>
              {sayDates(
                locale,
                complaint.restartedChannel === null ? "complaint.reopened" : "complaint.receivedAgain",
              )}
            </dt>
            <dd>
              {when(complaint.restartedAt)}
              {complaint.restartedChannel !== null &&
                `, ${sayComplaint(locale, `channel.${complaint.restartedChannel}`)}`}
            </dd>
          </>
        )}
        {complaint.closedAt !== null && (
          <>
            <dt>{sayDesk(locale, "complaint.closed")}</dt>
            <dd>{when(complaint.closedAt)}</dd>
          </>
        )}
        {complaint.mergedInto !== null && (
          <>
            <dt>{sayDates(locale, "merged.into")}</dt>
            <dd>{sayComplaint(locale, "number", { number: complaint.mergedInto.incomingNumber })}</dd>
          </>
        )}
        {complaint.mergedFrom.length > 0 && (
          <>
            <dt>{sayDates(locale, "merged.from")}</dt>
            <dd>
              {complaint.mergedFrom
                .map((other) => sayComplaint(locale, "number", { number: other.incomingNumber }))
                .join(", ")}
            </dd>
          </>
        )}
      </dl>
      {clocks.map((clock) => (
        <ClockFile clock={clock} complaint={complaint} now={now} key={clock} />
      ))}
      <ExtensionsFile complaint={complaint} />
      <PausesFile complaint={complaint} />
    </>
  );
}
