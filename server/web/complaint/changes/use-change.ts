import type { Complaint } from "@otklik/shared/complaint/complaint";
import { useState } from "preact/hooks";
import type { Failure, Outcome } from "../../api/outcome";
import { useAnnounce } from "../../parts/Announcer";

/** What every dialog that changes a complaint is given. */
export interface ChangeProps {
  readonly complaint: Complaint;
  readonly now: Date;
  readonly onChanged: (complaint: Complaint) => void;
  /** Somebody else has changed it meanwhile. */
  readonly onOutdated: () => Promise<void>;
  readonly onClose: () => void;
}

/** Sends one change of a complaint. On a refusal the dialog stays, with all that was typed. */
export function useChange({ onChanged, onOutdated, onClose }: ChangeProps) {
  const announce = useAnnounce();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const send = async (
    request: () => Promise<Outcome<Complaint>>,
    say: (changed: Complaint) => string,
  ): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setFailure(null);
    const outcome = await request();
    setBusy(false);
    if (outcome.kind === "done") {
      onClose();
      onChanged(outcome.body);
      announce(say(outcome.body));
      return;
    }
    setFailure(outcome);
    // 409: it is not any more what is on the screen.
    if (outcome.kind === "refused" && outcome.problem.status === 409) await onOutdated();
  };
  return { isBusy, failure, send };
}
