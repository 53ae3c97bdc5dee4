import type { Complaint } from "@otklik/shared/complaint/complaint";
import type { TaskLink } from "@otklik/shared/complaint/task";
import type { TermExtension } from "@otklik/shared/complaint/term-changes";
import type { Session } from "@otklik/shared/people/account";
import { useId, useRef, useState } from "preact/hooks";
import { type Failure, isGone } from "../../api/outcome";
import { useSession } from "../../entry/Session";
import { useSignInMethods } from "../../entry/use-sign-in-methods";
import { sayDecisions } from "../../messages/decisions/index";
import { useAnnounce } from "../../parts/Announcer";
import { FailureNote } from "../../parts/FailureNote";
import { formatInstant } from "../../parts/format-when";
import { useLocale } from "../../preferences/Preferences";
import { TaskLinkDialog } from "../changes/TaskLinkDialog";

interface DecisionLinksProps {
  readonly complaint: Complaint;
  readonly extension: TermExtension;
  readonly session: Session;
  readonly now: Date;
  readonly onOutdated: () => Promise<void>;
}

/** Links by which somebody decides on this later date: those that open, each with its withdrawal, and one more. */
export function DecisionLinks({ complaint, extension, session, now, onOutdated }: DecisionLinksProps) {
  const locale = useLocale();
  const { ask } = useSession();
  const announce = useAnnounce();
  const heading = useRef<HTMLHeadingElement>(null);
  const [isMaking, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { position, requestedBy } = extension;
  const links = complaint.taskLinks.filter((link) => link.position === position);

  const revoke = async (link: TaskLink) => {
    if (revoking !== null) return;
    setRevoking(link.id);
    setFailure(null);
    const param = { id: complaint.id, linkId: link.id };
    const outcome = await ask(({ api }) => api.complaints[":id"].links[":linkId"].$delete({ param }));
    // Used or withdrawn meanwhile: it opens nothing either way.
    const isOver = outcome.kind === "done" || isGone(outcome);
    if (!isOver) setFailure(outcome);
    await onOutdated();
    setRevoking(null);
    if (!isOver) return;
    announce(sayDecisions(locale, "link.revoked"));
    // Its button is gone.
    heading.current?.focus();
  };

  return (
    <>
      <h3 ref={heading} tabIndex={-1}>
        {sayDecisions(locale, "link.heading")}
      </h3>
      {links.map((link) => (
        <p class="decision-link" key={link.id}>
          <span>
            {sayDecisions(locale, "link.open", {
              name: link.person.name,
              when: formatInstant(locale, link.expiresAt, complaint.zone, now),
            })}
          </span>
          <button
            type="button"
            class="button"
            aria-label={sayDecisions(locale, "link.revoke.label", { name: link.person.name })}
            aria-disabled={revoking !== null}
            onClick={() => void revoke(link)}
          >
            {sayDecisions(locale, "link.revoke")}
          </button>
        </p>
      ))}
      {failure && <FailureNote failure={failure} />}
      <MakeLink isAsker={requestedBy.id === session.person.id} onMake={() => setMaking(true)} />
      {isMaking && (
        <TaskLinkDialog
          complaint={complaint}
          position={position}
          now={now}
          onClose={() => {
            setMaking(false);
            void onOutdated();
          }}
        />
      )}
    </>
  );
}

interface MakeLinkProps {
  /** Has asked for the date: the link is made for them only where it goes by mail. */
  readonly isAsker: boolean;
  readonly onMake: () => void;
}

function MakeLink({ isAsker, onMake }: MakeLinkProps) {
  const locale = useLocale();
  const [methods] = useSignInMethods();
  const whyNotId = useId();
  const isOff = isAsker && methods !== null && "mail" in methods && !methods.mail;
  return (
    <>
      <button
        type="button"
        class="button"
        aria-disabled={isOff}
        aria-describedby={isOff ? whyNotId : undefined}
        onClick={isOff ? undefined : onMake}
      >
        {sayDecisions(locale, "link.make")}
      </button>
      {isOff && (
        <p id={whyNotId} class="muted">
          {sayDecisions(locale, "link.noMail")}
        </p>
      )}
    </>
  );
}
