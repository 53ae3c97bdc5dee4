import type { Triage } from "@otklik/shared/complaint/term-changes";
import { COMPLAINT_KINDS } from "@otklik/shared/complaint/vocabulary";
import { LEGAL_BASES } from "@otklik/shared/deadline/vocabulary";
import { sayComplaint } from "@otklik/shared/messages/complaint/index";
import { useEffect, useRef, useState } from "preact/hooks";
import { useSession } from "../../entry/Session";
import { sayDates } from "../../messages/dates/index";
import { Dialog } from "../../parts/Dialog";
import { useLocale } from "../../preferences/Preferences";
import { sayMovesOf } from "../say-event";
import { BasisChoice } from "./BasisChoice";
import { ChangeButtons } from "./ChangeButtons";
import { DatesOutlook } from "./DatesOutlook";
import { type ChangeProps, useChange } from "./use-change";
import { useRules } from "./use-rules";

/** Says what the complaint is, and what that does to its dates before it is saved. */
export function TriageDialog(props: ChangeProps) {
  const { complaint, now, onClose } = props;
  const locale = useLocale();
  const { ask } = useSession();
  const { isBusy, failure, send } = useChange(props);
  const rules = useRules(complaint);
  const form = useRef<HTMLFormElement>(null);
  // On what it is taken for now: to confirm it, Enter is enough.
  useEffect(() => form.current?.querySelector<HTMLInputElement>("input:checked")?.focus(), []);
  const [triage, setTriage] = useState<Triage>({
    kind: complaint.kind,
    anonymous: complaint.anonymous,
    bases: complaint.bases,
  });

  const save = () =>
    send(
      () =>
        ask(({ api }) => api.complaints[":id"].triage.$post({ param: { id: complaint.id }, json: triage })),
      (changed) => {
        const last = changed.events.findLast((event) => event.kind === "triaged");
        const moved = last === undefined ? [] : sayMovesOf(locale, last, { zone: changed.zone, now });
        return [sayDates(locale, "triage.saved"), ...moved].join("; ");
      },
    );

  return (
    <Dialog title={sayDates(locale, "triage.title", { number: complaint.incomingNumber })} onClose={onClose}>
      <form
        class="change"
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <fieldset class="options">
          <legend>{sayDates(locale, "triage.kind")}</legend>
          {COMPLAINT_KINDS.map((kind) => (
            <label class="option" key={kind}>
              <input
                type="radio"
                name="kind"
                checked={triage.kind === kind}
                onChange={() => setTriage({ ...triage, kind })}
              />
              <span>{sayComplaint(locale, `kind.${kind}`)}</span>
            </label>
          ))}
        </fieldset>
        <label class="option">
          <input
            type="checkbox"
            checked={triage.anonymous}
            onChange={(event) => setTriage({ ...triage, anonymous: event.currentTarget.checked })}
          />
          <span>
            {sayDates(locale, "triage.anonymous")}
            <span class="field-hint">{sayDates(locale, "triage.anonymous.hint")}</span>
          </span>
        </label>
        <fieldset class="options">
          <legend>{sayDates(locale, "triage.bases")}</legend>
          <p class="field-hint">{sayDates(locale, "triage.bases.hint")}</p>
          {LEGAL_BASES.map((basis) => (
            <BasisChoice
              basis={basis}
              triage={triage}
              complaint={complaint}
              rules={rules}
              onChange={(isChosen) =>
                setTriage({
                  ...triage,
                  bases: LEGAL_BASES.filter((each) =>
                    each === basis ? isChosen : triage.bases.includes(each),
                  ),
                })
              }
              key={basis}
            />
          ))}
        </fieldset>
        <div class="change-foot">
          <DatesOutlook complaint={complaint} triage={triage} receipt={null} rules={rules} now={now} />
          <ChangeButtons
            label={sayDates(locale, "triage.save")}
            failure={failure}
            isBusy={isBusy}
            onCancel={onClose}
          />
        </div>
      </form>
    </Dialog>
  );
}
