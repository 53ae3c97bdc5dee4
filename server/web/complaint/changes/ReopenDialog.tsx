import { useSession } from "../../entry/Session";
import { sayDates } from "../../messages/dates/index";
import { Dialog } from "../../parts/Dialog";
import { useLocale } from "../../preferences/Preferences";
import { ChangeButtons } from "./ChangeButtons";
import { ReasonField } from "./ReasonField";
import { type ChangeProps, useChange } from "./use-change";
import { useReason } from "./use-reason";

/** Opens a closed complaint again: its complainant does not accept the answer. */
export function ReopenDialog(props: ChangeProps) {
  const { complaint, onClose } = props;
  const locale = useLocale();
  const { ask } = useSession();
  const { isBusy, failure, send } = useChange(props);
  const reason = useReason(complaint.id, "reopen");
  return (
    <Dialog title={sayDates(locale, "reopen.title", { number: complaint.incomingNumber })} onClose={onClose}>
      <form
        class="change"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const why = reason.take();
          if (why === null) return;
          void send(
            () =>
              ask(({ api }) =>
                api.complaints[":id"].reopening.$post({
                  param: { id: complaint.id },
                  json: { reason: why },
                }),
              ),
            () => {
              reason.forget();
              return sayDates(locale, "reopen.sent");
            },
          );
        }}
      >
        <p>{sayDates(locale, "reopen.effect")}</p>
        <ReasonField reason={reason} hint={sayDates(locale, "reopen.reason.hint")} autofocus />
        <ChangeButtons
          label={sayDates(locale, "reopen.send")}
          failure={failure}
          isBusy={isBusy}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}
