import type { Complaint } from "@otklik/shared/complaint/complaint";
import type { Session } from "@otklik/shared/people/account";
import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { Failure } from "../api/outcome";
import { useSession } from "../entry/Session";
import { sayDesk } from "../messages/index";
import { FailureNote } from "../parts/FailureNote";
import { Icon } from "../parts/Icon";
import { useNow } from "../parts/use-now";
import { useOnReturn } from "../parts/use-on-return";
import { usePageTitle } from "../parts/use-page-title";
import { Waiting } from "../parts/Waiting";
import { useLocale } from "../preferences/Preferences";
import { AddedClips } from "./AddedClips";
import { ClipCard } from "./ClipCard";
import { ComplaintHead } from "./ComplaintHead";
import { ConflictNote } from "./ConflictNote";
import { ChangeDialog } from "./changes/ChangeDialog";
import { ChangeMenu } from "./changes/ChangeMenu";
import { type Change, changesOf } from "./changes/changes-of";
import { DueDates } from "./dates/DueDates";
import { EvidenceFiles } from "./EvidenceFiles";
import { History } from "./History";
import { isAbout } from "./is-about";
import { NextSteps } from "./NextSteps";

interface ComplaintPaneProps {
  readonly id: string;
  readonly session: Session;
  readonly backHref: string;
  /** A step changed the complaint: its row in the list is out of date. */
  readonly onChanged: (complaint: Complaint) => void;
}

/** One complaint: when it is due, what was clipped, what has been done, what to do next. */
export function ComplaintPane({ id, session, backHref, onChanged }: ComplaintPaneProps) {
  const locale = useLocale();
  const { ask } = useSession();
  const now = useNow();
  const heading = useRef<HTMLHeadingElement>(null);
  const [complaint, setComplaint] = useState<Complaint | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const isMissing = failure?.kind === "refused" && failure.problem.code === "not-found";
  const title =
    complaint === null
      ? sayDesk(locale, isMissing ? "complaint.missing" : "complaints.title")
      : sayDesk(locale, "complaint.title", { number: complaint.incomingNumber });
  usePageTitle(title);

  const read = async () => {
    setFailure(null);
    const outcome = await ask(({ api }) => api.complaints[":id"].$get({ param: { id } }));
    if (outcome.kind === "done") setComplaint(outcome.body);
    else setFailure(outcome);
  };
  useEffect(() => void read(), [id]);
  // A file may have arrived, or a colleague recorded a step.
  useOnReturn(() => void (complaint !== null && read()));
  // The eye is on the complaint that has just opened.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [complaint === null, isMissing]);

  return (
    <article class="complaint" aria-busy={complaint === null && failure === null}>
      <a class="back" href={backHref}>
        <Icon name="back" />
        {sayDesk(locale, "complaint.back")}
      </a>
      {complaint === null && failure === null && <Waiting lines={10} />}
      {failure !== null && isMissing && (
        <div class="empty">
          <h1 class="empty-title" ref={heading} tabIndex={-1}>
            {title}
          </h1>
          <p class="muted">{sayDesk(locale, "complaint.missing.detail")}</p>
        </div>
      )}
      {failure !== null && !isMissing && complaint === null && (
        <FailureNote failure={failure} onRetry={() => void read()} />
      )}
      {complaint !== null && (
        <WholeComplaint
          complaint={complaint}
          session={session}
          heading={heading}
          now={now}
          onChanged={(changed) => {
            setComplaint(changed);
            onChanged(changed);
          }}
          onOutdated={read}
        />
      )}
    </article>
  );
}

interface WholeComplaintProps {
  readonly complaint: Complaint;
  readonly session: Session;
  readonly heading: Parameters<typeof ComplaintHead>[0]["heading"];
  readonly now: Date;
  readonly onChanged: (complaint: Complaint) => void;
  readonly onOutdated: () => Promise<void>;
}

/** A complaint that was read, with all that may be done with it. */
function WholeComplaint({ complaint, session, heading, now, onChanged, onOutdated }: WholeComplaintProps) {
  const { route } = useLocation();
  const dates = useRef<HTMLHeadingElement>(null);
  const [change, setChange] = useState<Change | null>(null);
  const isConcerned = isAbout(complaint, session);
  const changes = isConcerned ? [] : changesOf(complaint, session.person.roles);
  const datesHref = `/complaints/${complaint.id}/dates`;
  // What has moved is at the top: there the eye goes, and with it the focus, once the dialog has given it back.
  const hasMoved = useRef(false);
  useEffect(() => {
    if (!hasMoved.current || change !== null) return;
    hasMoved.current = false;
    dates.current?.focus();
  });
  const changeDates = (changed: Complaint) => {
    hasMoved.current = true;
    onChanged(changed);
  };
  return (
    <>
      <ComplaintHead
        complaint={complaint}
        heading={heading}
        now={now}
        menu={
          <ChangeMenu
            changes={changes}
            onChoose={setChange}
            datesHref={datesHref}
            onShowDates={() => route(datesHref)}
          />
        }
      />
      {isConcerned && <ConflictNote />}
      <DueDates
        complaint={complaint}
        session={session}
        heading={dates}
        now={now}
        onChanged={changeDates}
        onOutdated={onOutdated}
      />
      <ClipCard complaint={complaint} now={now} />
      <AddedClips complaint={complaint} now={now} />
      <EvidenceFiles complaint={complaint} now={now} />
      <History complaint={complaint} now={now} />
      <NextSteps
        complaint={complaint}
        session={session}
        mayTriage={changes.includes("triage")}
        onTriage={() => setChange("triage")}
        onChanged={onChanged}
        onOutdated={onOutdated}
      />
      {change !== null && (
        <ChangeDialog
          change={change}
          complaint={complaint}
          now={now}
          onChanged={changeDates}
          onOutdated={onOutdated}
          onClose={() => setChange(null)}
        />
      )}
    </>
  );
}
