import type { ComplaintSummary } from "@otklik/shared/complaint/complaint";
import { LIMITS } from "@otklik/shared/complaint/limits";
import { sayComplaint } from "@otklik/shared/messages/complaint/index";
import { useState } from "preact/hooks";
import type { Failure } from "../../api/outcome";
import { useSession } from "../../entry/Session";
import { sayDates } from "../../messages/dates/index";
import { sayDesk } from "../../messages/index";
import { Dialog } from "../../parts/Dialog";
import { Field } from "../../parts/Field";
import { useLocale } from "../../preferences/Preferences";
import { DueMark } from "../../register/DueMark";
import { ChangeButtons } from "./ChangeButtons";
import { type Found, toFound } from "./found-by-number";
import { type ChangeProps, useChange } from "./use-change";

/** Merges the complaint into another of the same matter: it is found by its number and shown before anything is done. */
export function MergeDialog(props: ChangeProps) {
  const { complaint, onClose } = props;
  const locale = useLocale();
  const { ask } = useSession();
  const { isBusy, failure, send } = useChange(props);
  const [number, setNumber] = useState("");
  const [found, setFound] = useState<Found | null>(null);
  const [isFinding, setFinding] = useState(false);
  const [findFailure, setFindFailure] = useState<Failure | null>(null);
  const other = found?.kind === "found" ? found.complaint : null;

  const find = async () => {
    if (isFinding || number.trim() === "") return;
    setFinding(true);
    setFindFailure(null);
    const outcome = await ask(({ api }) => api.complaints.$get({ query: { q: number.trim(), limit: "10" } }));
    setFinding(false);
    if (outcome.kind === "done") setFound(toFound(number, outcome.body.complaints, complaint.id));
    else setFindFailure(outcome);
  };
  const merge = (into: string) =>
    send(
      () =>
        ask(({ api }) => api.complaints[":id"].merge.$post({ param: { id: complaint.id }, json: { into } })),
      () => sayDates(locale, "merge.sent", { number: into }),
    );

  return (
    <Dialog title={sayDates(locale, "merge.title", { number: complaint.incomingNumber })} onClose={onClose}>
      <form
        class="change"
        onSubmit={(event) => {
          event.preventDefault();
          if (other === null) void find();
          else void merge(other.incomingNumber);
        }}
      >
        <p>{sayDates(locale, "merge.effect")}</p>
        <Field
          label={sayDates(locale, "merge.number")}
          name="into"
          value={number}
          onInput={(typed) => {
            setNumber(typed.slice(0, LIMITS.searchLength));
            setFound(null);
          }}
          hint={sayDates(locale, "merge.number.hint")}
          wrong={found === null || found.kind === "found" ? [] : [sayDates(locale, `merge.${found.kind}`)]}
          autocomplete="off"
          autofocus
        />
        <div role="status">{other !== null && <OtherComplaint other={other} {...props} />}</div>
        <ChangeButtons
          label={
            other === null
              ? sayDates(locale, "merge.find")
              : sayDates(locale, "merge.send", { number: other.incomingNumber })
          }
          failure={failure ?? findFailure}
          isBusy={isBusy || isFinding}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}

function OtherComplaint({ other, complaint, now }: ChangeProps & { readonly other: ComplaintSummary }) {
  const locale = useLocale();
  return (
    <div class="note">
      <p class="note-title">{sayComplaint(locale, "number", { number: other.incomingNumber })}</p>
      <p>
        <DueMark due={other.nextDue} now={now} zone={complaint.zone} window={complaint.window} />
      </p>
      <p>
        <bdi>{other.complainant ?? sayDesk(locale, "list.unknownAuthor")}</bdi>,{" "}
        {sayComplaint(locale, `kind.${other.kind}`)}
      </p>
      <p class="muted">
        <bdi dir="auto">{other.excerpt}</bdi>
      </p>
    </div>
  );
}
