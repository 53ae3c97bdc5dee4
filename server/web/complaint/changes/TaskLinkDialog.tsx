import type { Complaint } from "@otklik/shared/complaint/complaint";
import type { IssuedTaskLink } from "@otklik/shared/complaint/task";
import { mayDo } from "@otklik/shared/people/roles";
import { useRef, useState } from "preact/hooks";
import type { Failure } from "../../api/outcome";
import { useSession } from "../../entry/Session";
import { sayDecisions } from "../../messages/decisions/index";
import { Dialog } from "../../parts/Dialog";
import { FailureNote } from "../../parts/FailureNote";
import { formatInstant } from "../../parts/format-when";
import { LinkMailed } from "../../parts/LinkMailed";
import { LinkToPassOn } from "../../parts/LinkToPassOn";
import { Waiting } from "../../parts/Waiting";
import { useLocale } from "../../preferences/Preferences";
import { ChangeButtons } from "./ChangeButtons";
import { ColleagueField } from "./ColleagueField";
import { useColleagues } from "./use-colleagues";

interface TaskLinkDialogProps {
  readonly complaint: Complaint;
  /** Of the extension. */
  readonly position: number;
  readonly now: Date;
  readonly onClose: () => void;
}

/** Makes a link by which somebody decides on a later date without signing in: mailed to them, or shown this once. */
export function TaskLinkDialog({ complaint, position, now, onClose }: TaskLinkDialogProps) {
  const locale = useLocale();
  const { ask } = useSession();
  const form = useRef<HTMLFormElement>(null);
  const { colleagues, load } = useColleagues();
  const [chosen, setChosen] = useState("");
  const [isMissing, setMissing] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [issued, setIssued] = useState<IssuedTaskLink | null>(null);
  const known = colleagues === null || "kind" in colleagues ? [] : colleagues;
  const deciders = known.filter(
    ({ id, roles, joined }) =>
      joined && mayDo(roles, "extension:decide") && !complaint.subjects.some((subject) => subject.id === id),
  );

  const make = async () => {
    if (isBusy) return;
    setMissing(chosen === "");
    if (chosen === "") return form.current?.querySelector("select")?.focus();
    setBusy(true);
    setFailure(null);
    const outcome = await ask(({ api }) =>
      api.complaints[":id"].extensions[":position"].links.$post({
        param: { id: complaint.id, position: String(position) },
        json: { personId: chosen },
      }),
    );
    setBusy(false);
    if (outcome.kind === "done") setIssued(outcome.body);
    else setFailure(outcome);
  };

  return (
    <Dialog
      title={sayDecisions(locale, issued === null ? "link.title" : issued.mailed ? "link.sent" : "link.made")}
      onClose={onClose}
    >
      {issued === null ? (
        <form
          ref={form}
          class="change"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void make();
          }}
        >
          <p>{sayDecisions(locale, "link.effect")}</p>
          {colleagues === null && <Waiting lines={2} />}
          {colleagues !== null && "kind" in colleagues && (
            <FailureNote failure={colleagues} onRetry={() => void load()} />
          )}
          {deciders.length > 0 && (
            <ColleagueField
              label={sayDecisions(locale, "link.person")}
              prompt={sayDecisions(locale, "subjects.person.choose")}
              colleagues={deciders}
              chosen={chosen}
              onChoose={(person) => {
                setChosen(person);
                setMissing(false);
              }}
              wrong={isMissing ? [sayDecisions(locale, "subjects.person.missing")] : []}
              autofocus
            />
          )}
          {known.length > 0 && deciders.length === 0 && <p>{sayDecisions(locale, "link.nobody")}</p>}
          <ChangeButtons
            label={sayDecisions(locale, "link.send")}
            failure={failure}
            isBusy={isBusy}
            isOff={deciders.length === 0}
            onCancel={onClose}
          />
        </form>
      ) : (
        <IssuedLink issued={issued} zone={complaint.zone} now={now} onClose={onClose} />
      )}
    </Dialog>
  );
}

interface IssuedLinkProps {
  readonly issued: IssuedTaskLink;
  readonly zone: string;
  readonly now: Date;
  readonly onClose: () => void;
}

/** The link was mailed to the one person, or is shown this once. */
function IssuedLink({ issued: { url, link }, zone, now, onClose }: IssuedLinkProps) {
  const locale = useLocale();
  const said = { when: formatInstant(locale, link.expiresAt, zone, now), name: link.person.name };
  return url === null ? (
    <LinkMailed note={sayDecisions(locale, "link.mailed", said)} onDone={onClose} />
  ) : (
    <LinkToPassOn url={url} note={sayDecisions(locale, "link.once", said)} onDone={onClose} />
  );
}
