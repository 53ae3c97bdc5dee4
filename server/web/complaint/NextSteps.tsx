import type { Complaint } from "@otklik/shared/complaint/complaint";
import type { Session } from "@otklik/shared/people/account";
import { mayDo } from "@otklik/shared/people/roles";
import { useRef, useState } from "preact/hooks";
import type { Failure } from "../api/outcome";
import { useSession } from "../entry/Session";
import { useCommand } from "../keyboard/CommandCentre";
import { sayDecisions } from "../messages/decisions/index";
import { sayDesk } from "../messages/index";
import { useAnnounce } from "../parts/Announcer";
import { FailureNote } from "../parts/FailureNote";
import { useLocale } from "../preferences/Preferences";
import { ConfirmStep } from "./ConfirmStep";
import { isAbout } from "./is-about";
import { type Step, stepsOf } from "./steps-of";

interface NextStepsProps {
  readonly complaint: Complaint;
  readonly session: Session;
  readonly mayTriage: boolean;
  /** Triage is more than a tick: it has a dialog of its own. */
  readonly onTriage: () => void;
  readonly onChanged: (complaint: Complaint) => void;
  /** Somebody else recorded it meanwhile. */
  readonly onOutdated: () => Promise<void>;
}

/** What is owed, each with the button that records it as done. */
export function NextSteps({
  complaint,
  session,
  mayTriage,
  onTriage,
  onChanged,
  onOutdated,
}: NextStepsProps) {
  const locale = useLocale();
  const { ask } = useSession();
  const announce = useAnnounce();
  const heading = useRef<HTMLHeadingElement>(null);
  const [confirming, setConfirming] = useState<Step | null>(null);
  const [busy, setBusy] = useState<Step | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const isConcerned = isAbout(complaint, session);
  const mayRecord = !isConcerned && mayDo(session.person.roles, "complaint:step");
  const steps = stepsOf(complaint).filter(({ clock }) => clock !== "triage" || mayTriage);

  const record = async (step: Step) => {
    if (busy !== null) return;
    setConfirming(null);
    setBusy(step);
    setFailure(null);
    const { clock } = step;
    const outcome = await ask(({ api }) =>
      api.complaints[":id"].steps.$post({ param: { id: complaint.id }, json: { clock } }),
    );
    setBusy(null);
    if (outcome.kind === "done") {
      onChanged(outcome.body);
      // The button that was pressed is gone.
      heading.current?.focus();
      announce(sayDesk(locale, "step.recorded", { step: sayDesk(locale, `step.${clock}`) }));
    } else {
      setFailure(outcome);
      if (outcome.kind === "refused" && outcome.problem.code === "step-already-recorded") await onOutdated();
    }
  };

  const start = (step: Step) => {
    if (step.clock === "triage") onTriage();
    else if (step.closes) setConfirming(step);
    else void record(step);
  };
  // By a key a step is always confirmed: a letter is pressed by mistake more easily than a button.
  const confirmBy = (clock: Step["clock"]) => {
    const step = mayRecord ? steps.find((each) => each.clock === clock) : undefined;
    return step === undefined ? null : () => setConfirming(step);
  };
  useCommand("answer", confirmBy("answer"));

  return (
    <section class="part" aria-labelledby="next-title">
      <h2 id="next-title" ref={heading} tabIndex={-1}>
        {sayDesk(locale, "next.title")}
      </h2>
      {failure && <FailureNote failure={failure} />}
      {complaint.status === "closed" ? (
        <p class="muted">{sayDesk(locale, complaint.mergedInto === null ? "next.none" : "next.merged")}</p>
      ) : !mayRecord ? (
        <p class="muted">
          {isConcerned ? sayDecisions(locale, "conflict.noDecision") : sayDesk(locale, "next.readOnly")}
        </p>
      ) : (
        <>
          <p class="muted">{sayDesk(locale, steps.length === 0 ? "next.notYours" : "next.intro")}</p>
          <div class="buttons">
            {steps.map((step, index) => (
              <button
                type="button"
                class={index === 0 ? "button button-main" : "button"}
                key={step.clock}
                aria-disabled={busy !== null}
                onClick={() => start(step)}
              >
                {sayDesk(locale, busy?.clock === step.clock ? "step.busy" : `step.${step.clock}`)}
              </button>
            ))}
          </div>
        </>
      )}
      {confirming && (
        <ConfirmStep
          step={confirming}
          number={complaint.incomingNumber}
          onConfirm={() => void record(confirming)}
          onCancel={() => setConfirming(null)}
        />
      )}
    </section>
  );
}
