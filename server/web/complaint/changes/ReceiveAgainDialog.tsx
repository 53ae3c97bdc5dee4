import type { ReceiveAgain } from "@otklik/shared/complaint/term-changes";
import { CHANNELS, type Channel } from "@otklik/shared/complaint/vocabulary";
import { instantAt } from "@otklik/shared/deadline/time/instant-at";
import { wallClockOf } from "@otklik/shared/deadline/time/wall-clock";
import type { Instant } from "@otklik/shared/deadline/vocabulary";
import { sayComplaint } from "@otklik/shared/messages/complaint/index";
import { useId, useState } from "preact/hooks";
import { useSession } from "../../entry/Session";
import { sayDates } from "../../messages/dates/index";
import { Dialog } from "../../parts/Dialog";
import { useLocale } from "../../preferences/Preferences";
import { ChangeButtons } from "./ChangeButtons";
import { DatesOutlook } from "./DatesOutlook";
import { type ChangeProps, useChange } from "./use-change";
import { useRules } from "./use-rules";

/** Records that the same came once more in another way, such as in writing after a call: its clocks run from then. */
export function ReceiveAgainDialog(props: ChangeProps) {
  const { complaint, now, onClose } = props;
  const { zone, kind, anonymous, bases } = complaint;
  const locale = useLocale();
  const { ask } = useSession();
  const { isBusy, failure, send } = useChange(props);
  const rules = useRules(complaint);
  const [channel, setChannel] = useState<Channel>(complaint.channel === "post" ? "email" : "post");
  const [opened] = useState(() => wallClockOf(now.toISOString(), zone));
  const latest = `${opened.day}T${opened.time}`;
  const [typed, setTyped] = useState(latest);
  const receivedAt = toInstant(typed, zone);
  const wrong =
    receivedAt === null
      ? "again.when.missing"
      : Date.parse(receivedAt) > Date.now()
        ? "again.when.future"
        : null;
  const receipt: ReceiveAgain | null = receivedAt === null || wrong !== null ? null : { channel, receivedAt };
  const id = useId();

  return (
    <Dialog title={sayDates(locale, "again.title", { number: complaint.incomingNumber })} onClose={onClose}>
      <form
        class="change"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (receipt === null) return;
          void send(
            () =>
              ask(({ api }) =>
                api.complaints[":id"].receipts.$post({ param: { id: complaint.id }, json: receipt }),
              ),
            () => sayDates(locale, "again.sent"),
          );
        }}
      >
        <p>{sayDates(locale, "again.effect")}</p>
        <div class="field">
          <label for={`${id}-channel`}>{sayDates(locale, "again.channel")}</label>
          <select
            id={`${id}-channel`}
            value={channel}
            onChange={(event) =>
              setChannel(CHANNELS.find((each) => each === event.currentTarget.value) ?? channel)
            }
          >
            {CHANNELS.map((each) => (
              <option value={each} key={each}>
                {sayComplaint(locale, `channel.${each}`)}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for={`${id}-when`}>{sayDates(locale, "again.when")}</label>
          <input
            type="datetime-local"
            id={`${id}-when`}
            value={typed}
            max={latest}
            required
            aria-invalid={wrong !== null}
            aria-describedby={`${id}-hint${wrong === null ? "" : ` ${id}-error`}`}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <p class="field-hint" id={`${id}-hint`}>
            {sayDates(locale, "again.when.hint", { zone })}
          </p>
          {wrong !== null && (
            <p class="field-error" id={`${id}-error`}>
              {sayDates(locale, wrong)}
            </p>
          )}
        </div>
        {receipt !== null && (
          <DatesOutlook
            complaint={complaint}
            triage={{ kind, anonymous, bases }}
            receipt={receipt}
            rules={rules}
            now={now}
          />
        )}
        <ChangeButtons
          label={sayDates(locale, "again.send")}
          failure={failure}
          isBusy={isBusy}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}

/** Null while it is not a whole day and time. */
function toInstant(typed: string, zone: string): Instant | null {
  const [day = "", time = ""] = typed.split("T");
  try {
    return instantAt(day, time.slice(0, 5), zone);
  } catch {
    return null;
  }
}
