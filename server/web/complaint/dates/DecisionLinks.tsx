import type { Complaint } from "@otklik/shared/complaint/complaint";
import type { TaskLink } from "@otklik/shared/complaint/task";
import { useState } from "preact/hooks";
import type { Failure } from "../../api/outcome";
import { useSession } from "../../entry/Session";
import { sayDecisions } from "../../messages/decisions/index";
import { useAnnounce } from "../../parts/Announcer";
import { FailureNote } from "../../parts/FailureNote";
import { formatInstant } from "../../parts/format-when";
import { useLocale } from "../../preferences/Preferences";
import { TaskLinkDialog } from "../changes/TaskLinkDialog";

interface DecisionLinksProps {
  readonly complaint: Complaint;
  /** Of the extension. */
  readonly position: number;
  readonly now: Date;
  readonly onOutdated: () => Promise<void>;
}

/** Links by which somebody decides on this later date: those that open, each with its withdrawal, and one more. */
export function DecisionLinks({ complaint, position, now, onOutdated }: DecisionLinksProps) {
  const locale = useLocale();
  const { ask } = useSession();
  const announce = useAnnounce();
  const [isMaking, setMaking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const links = complaint.taskLinks.filter((link) => link.position === position);

  const revoke = async (link: TaskLink) => {
    setFailure(null);
    const param = { id: complaint.id, linkId: link.id };
    const outcome = await ask(({ api }) => api.complaints[":id"].links[":linkId"].$delete({ param }));
    if (outcome.kind === "done") announce(sayDecisions(locale, "link.revoked"));
    else setFailure(outcome);
    await onOutdated();
  };

  return (
    <>
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
            onClick={() => void revoke(link)}
          >
            {sayDecisions(locale, "link.revoke")}
          </button>
        </p>
      ))}
      {failure && <FailureNote failure={failure} />}
      <button type="button" class="button" onClick={() => setMaking(true)}>
        {sayDecisions(locale, "link.make")}
      </button>
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
