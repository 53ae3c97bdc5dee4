import type { Complaint } from "@otklik/shared/complaint/complaint";
import type { ComponentChildren } from "preact";
import type { Outcome } from "../../api/outcome";
import { sayDates } from "../../messages/dates/index";
import { Dialog } from "../../parts/Dialog";
import { useLocale } from "../../preferences/Preferences";
import { ChangeButtons } from "./ChangeButtons";
import { ReasonField } from "./ReasonField";
import { type ChangeProps, useChange } from "./use-change";
import { useReason } from "./use-reason";

interface ReasonDialogProps extends ChangeProps {
  /** Whose words these are, and under what the reason is kept until it is sent. */
  readonly what: "reopen" | "wait";
  readonly request: (reason: string) => Promise<Outcome<Complaint>>;
  /** What is announced when it is done. */
  readonly say: (changed: Complaint) => string;
  /** What the change does. */
  readonly children: ComponentChildren;
}

/** Asks for the reason of a change that needs nothing else. */
export function ReasonDialog({ what, request, say, children, ...change }: ReasonDialogProps) {
  const { complaint, onClose } = change;
  const locale = useLocale();
  const { isBusy, failure, send } = useChange(change);
  const reason = useReason(complaint.id, what);
  const submit = () => {
    const why = reason.take();
    if (why === null) return;
    void send(
      () => request(why),
      (changed) => {
        reason.forget();
        return say(changed);
      },
    );
  };
  return (
    <Dialog title={sayDates(locale, `${what}.title`, { number: complaint.incomingNumber })} onClose={onClose}>
      <form
        class="change"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {children}
        <ReasonField reason={reason} hint={sayDates(locale, `${what}.reason.hint`)} autofocus />
        <ChangeButtons
          label={sayDates(locale, `${what}.send`)}
          failure={failure}
          isBusy={isBusy}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}
