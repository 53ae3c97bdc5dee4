import { sayDeadline } from "@otklik/shared/messages/deadline/index";
import { useSession } from "../../entry/Session";
import { sayDates } from "../../messages/dates/index";
import { Dialog } from "../../parts/Dialog";
import { formatInstant } from "../../parts/format-when";
import { useLocale } from "../../preferences/Preferences";
import { sayMovesOf } from "../say-event";
import { ChangeButtons } from "./ChangeButtons";
import { type ChangeProps, useChange } from "./use-change";

/** Records that the complainant has answered: the clocks that stood still go on. */
export function ResumeDialog(props: ChangeProps) {
  const { complaint, now, onClose } = props;
  const locale = useLocale();
  const { ask } = useSession();
  const { isBusy, failure, send } = useChange(props);
  const since = complaint.pauses.find((pause) => pause.to === null)?.from;
  const clocks = complaint.pausedClocks.map(({ clock }) => sayDeadline(locale, `clock.${clock}`));
  return (
    <Dialog title={sayDates(locale, "resume.title", { number: complaint.incomingNumber })} onClose={onClose}>
      <form
        class="change"
        onSubmit={(event) => {
          event.preventDefault();
          void send(
            () => ask(({ api }) => api.complaints[":id"].pauses.end.$post({ param: { id: complaint.id } })),
            (changed) => {
              const last = changed.events.findLast(({ kind }) => kind === "pause_ended");
              const moved = last === undefined ? [] : sayMovesOf(locale, last, { zone: changed.zone, now });
              return [sayDates(locale, "event.pause_ended"), ...moved].join("; ");
            },
          );
        }}
      >
        {since !== undefined && (
          <p>
            {sayDates(locale, "resume.since", {
              when: formatInstant(locale, since, complaint.zone, now),
            })}
          </p>
        )}
        <p>
          {clocks.length === 0
            ? sayDates(locale, "resume.nothingStood")
            : sayDates(locale, "resume.goesOn", { clocks: clocks.join(", ") })}
        </p>
        <ChangeButtons
          label={sayDates(locale, "resume.send")}
          failure={failure}
          isBusy={isBusy}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}
