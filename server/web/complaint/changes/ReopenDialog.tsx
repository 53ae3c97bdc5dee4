import { useSession } from "../../entry/Session";
import { sayDates } from "../../messages/dates/index";
import { useLocale } from "../../preferences/Preferences";
import { ReasonDialog } from "./ReasonDialog";
import type { ChangeProps } from "./use-change";

/** Opens a closed complaint again: its complainant does not accept the answer. */
export function ReopenDialog(props: ChangeProps) {
  const { complaint } = props;
  const locale = useLocale();
  const { ask } = useSession();
  return (
    <ReasonDialog
      {...props}
      what="reopen"
      request={(reason) =>
        ask(({ api }) =>
          api.complaints[":id"].reopening.$post({ param: { id: complaint.id }, json: { reason } }),
        )
      }
      say={() => sayDates(locale, "reopen.sent")}
    >
      <p>{sayDates(locale, "reopen.effect")}</p>
    </ReasonDialog>
  );
}
