import { LIMITS } from "@otklik/shared/complaint/limits";
import type { IsoDate } from "@otklik/shared/deadline/vocabulary";
import { useState } from "preact/hooks";
import type { Failure } from "../../../api/outcome";
import { sayDesk } from "../../../messages/index";
import { sayRegulation } from "../../../messages/regulation/index";
import { DateField } from "../../../parts/DateField";
import { Dialog } from "../../../parts/Dialog";
import { FailureNote } from "../../../parts/FailureNote";
import { formatDay } from "../../../parts/format-when";
import { LongField } from "../../../parts/LongField";
import { useLocale } from "../../../preferences/Preferences";

interface PublishDialogProps {
  /** Local date of the organisation. */
  readonly today: IsoDate;
  /** How many rules differ from the newest version, and what that is called. */
  readonly changes: number;
  readonly before: string;
  readonly isBusy: boolean;
  readonly failure: Failure | null;
  readonly onPublish: (effectiveOn: IsoDate, note: string | null) => void;
  /** Others have published or saved meanwhile: shows what differs now. */
  readonly onLook: () => void;
  readonly onClose: () => void;
}

/** Asks from which day, and says what publishing does and what it does not. */
export function PublishDialog(props: PublishDialogProps) {
  const locale = useLocale();
  const { today, changes, before, isBusy, failure, onPublish, onLook, onClose } = props;
  const [effectiveOn, setEffectiveOn] = useState(today);
  const [note, setNote] = useState("");
  const [isAsked, setAsked] = useState(false);
  const isWrong = effectiveOn === "" || effectiveOn < today;
  return (
    <Dialog title={sayRegulation(locale, "publish.title")} onClose={onClose}>
      <form
        class="publish-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (!isWrong && !isBusy) onPublish(effectiveOn, note.trim() === "" ? null : note.trim());
        }}
      >
        {failure && <FailureNote failure={failure} />}
        {failure?.kind === "refused" && failure.problem.status === 409 && (
          <div>
            <button type="button" class="button" onClick={onLook}>
              {sayRegulation(locale, "publish.look")}
            </button>
          </div>
        )}
        <p>{sayRegulation(locale, "publish.summary", { count: changes, before })}</p>
        <DateField
          label={sayRegulation(locale, "publish.effectiveOn")}
          name="effectiveOn"
          value={effectiveOn}
          min={today}
          hint={sayRegulation(locale, "publish.effectiveOn.hint")}
          wrong={
            isAsked && isWrong
              ? [sayRegulation(locale, "publish.effectiveOn.wrong", { today: formatDay(locale, today) })]
              : []
          }
          autofocus
          onInput={setEffectiveOn}
        />
        <LongField
          label={sayRegulation(locale, "publish.note")}
          name="note"
          value={note}
          hint={sayRegulation(locale, "publish.note.hint")}
          required={false}
          maxLength={LIMITS.reasonLength}
          onInput={setNote}
        />
        {!isWrong && (
          <p>
            {effectiveOn === today
              ? sayRegulation(locale, "publish.meaning.today")
              : sayRegulation(locale, "publish.meaning", { day: formatDay(locale, effectiveOn) })}
          </p>
        )}
        <p class="muted">{sayRegulation(locale, "publish.final")}</p>
        <div class="buttons">
          <button type="submit" class="button button-main" aria-disabled={isBusy}>
            {sayRegulation(locale, isBusy ? "publish.busy" : "publish.action")}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {sayDesk(locale, "cancel")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
