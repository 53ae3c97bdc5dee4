import type { Complaint } from "@otklik/shared/complaint/complaint";
import { sayComplaint } from "@otklik/shared/messages/complaint/index";
import { sayDeadline } from "@otklik/shared/messages/deadline/index";
import type { ComponentChildren, RefObject } from "preact";
import { useCommand } from "../keyboard/CommandCentre";
import { sayDates } from "../messages/dates/index";
import { sayDecisions } from "../messages/decisions/index";
import { sayDesk } from "../messages/index";
import { formatInstant } from "../parts/format-when";
import { useCopy } from "../parts/use-copy";
import { useLocale } from "../preferences/Preferences";
import { MergedNotes } from "./MergedNotes";

interface ComplaintHeadProps {
  readonly complaint: Complaint;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly now: Date;
  /** Everything else that may be done. */
  readonly menu: ComponentChildren;
}

/** Number, kind and the few facts that hold for the whole complaint. */
export function ComplaintHead({ complaint, heading, now, menu }: ComplaintHeadProps) {
  const locale = useLocale();
  const copy = useCopy();
  const when = (instant: string) => formatInstant(locale, instant, complaint.zone, now);
  const copyLink = () =>
    copy(
      new URL(`/complaints/${complaint.id}`, location.origin).href,
      sayDesk(locale, "complaint.linkCopied"),
    );
  useCommand("copy_link", copyLink);

  return (
    <header class="complaint-head">
      <div class="complaint-title">
        <h1 ref={heading} tabIndex={-1}>
          {sayComplaint(locale, "number", { number: complaint.incomingNumber })}
        </h1>
        <span class={`status status-${complaint.status}`}>
          {sayComplaint(locale, `status.${complaint.status}`)}
        </span>
        <button type="button" class="button" aria-keyshortcuts="c" onClick={copyLink}>
          {sayDesk(locale, "complaint.copyLink")}
        </button>
        {menu}
      </div>
      <MergedNotes complaint={complaint} />
      {complaint.anonymous && <p class="note">{sayDesk(locale, "complaint.anonymous")}</p>}
      <dl class="facts">
        <dt>{sayDesk(locale, "complaint.kind")}</dt>
        <dd>{sayComplaint(locale, `kind.${complaint.kind}`)}</dd>
        {complaint.bases.length > 0 && (
          <>
            <dt>{sayDates(locale, "complaint.bases")}</dt>
            <dd>{complaint.bases.map((basis) => sayDeadline(locale, `basis.${basis}`)).join("; ")}</dd>
          </>
        )}
        {complaint.topic !== null && (
          <>
            <dt>{sayDesk(locale, "complaint.topic")}</dt>
            <dd>
              <bdi>{complaint.topic.name}</bdi>
            </dd>
          </>
        )}
        {complaint.remedySought !== null && (
          <>
            <dt>{sayDesk(locale, "complaint.remedy")}</dt>
            <dd>
              <bdi class="lines" dir="auto">
                {complaint.remedySought}
              </bdi>
            </dd>
          </>
        )}
        <dt>{sayDesk(locale, "complaint.responsible")}</dt>
        <dd>
          {complaint.responsible === null ? (
            sayDesk(locale, "list.nobody")
          ) : (
            <bdi>{complaint.responsible.name}</bdi>
          )}
        </dd>
        {complaint.subjects.length > 0 && (
          <>
            <dt>{sayDecisions(locale, "subjects.label")}</dt>
            <dd>
              {complaint.subjects.map(({ id, name }, index) => (
                <span key={id}>
                  {index > 0 && ", "}
                  <bdi>{name}</bdi>
                </span>
              ))}
            </dd>
          </>
        )}
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
      </dl>
    </header>
  );
}
