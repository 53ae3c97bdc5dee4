import type { DueRule } from "@otklik/shared/deadline/due-date";
import { extensionChoice } from "@otklik/shared/deadline/extension-choice";
import { sayAct } from "@otklik/shared/deadline/say/say-act";
import type { IsoDate } from "@otklik/shared/deadline/vocabulary";
import { sayDeadline } from "@otklik/shared/messages/deadline/index";
import type { Locale } from "@otklik/shared/people/locale";
import { useState } from "preact/hooks";
import { useSession } from "../../entry/Session";
import { sayDates } from "../../messages/dates/index";
import { DateField } from "../../parts/DateField";
import { Dialog } from "../../parts/Dialog";
import { formatDay, formatDayOfWeek } from "../../parts/format-when";
import { useLocale } from "../../preferences/Preferences";
import { ChangeButtons } from "./ChangeButtons";
import { type Extendable, extendableOf } from "./changes-of";
import { sayExtensionWrong, toExtensionRefusal } from "./extension-wrong";
import { ReasonField } from "./ReasonField";
import { type ChangeProps, useChange } from "./use-change";
import { useReason } from "./use-reason";

/** Asks the chair for a later date: which, by when, and why; what the act allows is said before anything is typed. */
export function ExtensionDialog(props: ChangeProps) {
  const { complaint, now, onClose } = props;
  const locale = useLocale();
  const clocks = extendableOf(complaint, now);
  const free = clocks.filter(({ obstacle }) => obstacle === null);
  const [chosen, setChosen] = useState(free[0]?.clock);
  const extendable = free.find(({ clock }) => clock === chosen) ?? free[0];
  return (
    <Dialog title={sayDates(locale, "extend.title", { number: complaint.incomingNumber })} onClose={onClose}>
      {free.length > 1 && (
        <div class="field">
          <label for="extend-clock">{sayDates(locale, "extend.clock")}</label>
          <select
            id="extend-clock"
            value={extendable?.clock}
            onChange={(event) =>
              setChosen(free.find(({ clock }) => clock === event.currentTarget.value)?.clock)
            }
          >
            {free.map(({ clock }) => (
              <option value={clock} key={clock}>
                {sayDeadline(locale, `clock.${clock}`)}
              </option>
            ))}
          </select>
        </div>
      )}
      {extendable !== undefined && (
        <ExtensionForm {...props} extendable={extendable} key={extendable.clock} />
      )}
      {free.length === 0 && (
        <>
          <ul class="plain-list">
            {clocks.map(({ clock, obstacle }) => (
              <li key={clock}>
                {sayDates(locale, "extend.obstacle", {
                  clock: sayDeadline(locale, `clock.${clock}`),
                  why: obstacle === null ? "" : sayDates(locale, `extend.obstacle.${obstacle}`),
                })}
              </li>
            ))}
          </ul>
          {clocks.length === 0 && <p>{sayDates(locale, "extend.nothing")}</p>}
          <ChangeButtons label="" failure={null} isBusy={false} isOff onCancel={onClose} />
        </>
      )}
    </Dialog>
  );
}

interface ExtensionFormProps extends ChangeProps {
  readonly extendable: Extendable;
}

function ExtensionForm({ extendable, ...props }: ExtensionFormProps) {
  const { complaint, onClose } = props;
  const { clock, due } = extendable;
  const locale = useLocale();
  const { ask } = useSession();
  const { isBusy, failure, send } = useChange(props);
  const choice = extensionChoice(due, complaint.window);
  const [dueOn, setDueOn] = useState(choice.suggested);
  const reason = useReason(complaint.id, `extend.${clock}`);
  const [wasSent, setSent] = useState(false);
  const refusal = toExtensionRefusal(failure);
  const wrong = sayExtensionWrong(locale, { dueOn, choice, refusal, wasSent });

  return (
    <form
      class="change"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setSent(true);
        const why = reason.take();
        const asked = { dueOn, choice, refusal: null, wasSent: true };
        if (why === null || sayExtensionWrong(locale, asked).length > 0) return;
        void send(
          () =>
            ask(({ api }) =>
              api.complaints[":id"].extensions.$post({
                param: { id: complaint.id },
                json: { clock, dueOn, reason: why },
              }),
            ),
          () => {
            reason.forget();
            return sayDates(locale, "extend.sent");
          },
        );
      }}
    >
      <p>
        {sayDates(locale, "extend.present", {
          clock: sayDeadline(locale, `clock.${clock}`),
          day: formatDay(locale, due.dueOn),
        })}{" "}
        {sayLimit(locale, due.rule, choice.latest)}
      </p>
      <DateField
        label={sayDates(locale, "extend.dueOn")}
        name="dueOn"
        value={dueOn}
        min={choice.earliest}
        max={choice.latest ?? undefined}
        onInput={setDueOn}
        {...(dueOn !== "" && {
          hint: sayDates(locale, "extend.dueOn.hint", { day: formatDayOfWeek(locale, dueOn) }),
        })}
        wrong={wrong}
        autofocus
      />
      <ReasonField reason={reason} hint={sayDates(locale, "extend.reason.hint")} />
      <ChangeButtons
        label={sayDates(locale, "extend.send")}
        failure={refusal === null ? failure : null}
        isBusy={isBusy}
        onCancel={onClose}
      />
    </form>
  );
}

/** How far a date may be moved, before anything is typed. */
function sayLimit(locale: Locale, rule: DueRule, latest: IsoDate | null): string {
  const act = sayAct(locale, rule.basis);
  if (latest === null) return sayDates(locale, "extend.asAgreed", { act });
  const until = formatDay(locale, latest);
  const longest = rule.extension?.longest ?? null;
  // The limit is that of another rule, for a complaint that goes on in this one.
  if (longest === null) return sayDates(locale, "extend.until", { latest: until });
  const term = sayDeadline(locale, `term.${longest.unit}`, { count: longest.n });
  return sayDates(locale, "extend.until.term", { latest: until, term, act });
}
