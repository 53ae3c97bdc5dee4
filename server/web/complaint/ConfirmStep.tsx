import { sayDesk } from "../messages/index";
import { Dialog } from "../parts/Dialog";
import { useLocale } from "../preferences/Preferences";
import type { Step } from "./steps-of";

interface ConfirmStepProps {
  readonly step: Step;
  readonly number: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Says what recording a step will do before it is done: it cannot be taken back. */
export function ConfirmStep({ step, number, onConfirm, onCancel }: ConfirmStepProps) {
  const locale = useLocale();
  const effect = !step.closes ? "plain" : step.clock === "answer" ? "answer" : "closes";
  return (
    <Dialog
      title={sayDesk(locale, "step.confirm.title", { step: sayDesk(locale, `step.${step.clock}`) })}
      onClose={onCancel}
    >
      <p>{sayDesk(locale, `step.confirm.${effect}`, { number })}</p>
      <div class="buttons">
        <button type="button" class="button button-main" onClick={onConfirm}>
          {sayDesk(locale, step.closes ? "step.confirm.close" : "step.confirm.record")}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {sayDesk(locale, "cancel")}
        </button>
      </div>
    </Dialog>
  );
}
