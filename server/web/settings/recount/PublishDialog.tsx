import { LIMITS } from "@otklik/shared/complaint/limits";
import { useState } from "preact/hooks";
import { sayDesk } from "../../messages/index";
import { saySettings } from "../../messages/settings/index";
import { Dialog } from "../../parts/Dialog";
import { LongField } from "../../parts/LongField";
import { useLocale } from "../../preferences/Preferences";

interface PublishDialogProps {
  readonly isBusy: boolean;
  readonly onPublish: (note: string) => void;
  readonly onClose: () => void;
}

/** Says what publishing does and what it does not, and takes the note for those who read the versions later. */
export function PublishDialog({ isBusy, onPublish, onClose }: PublishDialogProps) {
  const locale = useLocale();
  const [note, setNote] = useState("");
  return (
    <Dialog title={saySettings(locale, "publish.confirm.title")} onClose={onClose}>
      <ul class="publish-effects">
        <li>{saySettings(locale, "publish.confirm.new")}</li>
        <li>{saySettings(locale, "publish.confirm.open")}</li>
        <li>{saySettings(locale, "publish.confirm.kept")}</li>
      </ul>
      <LongField
        label={saySettings(locale, "publish.note")}
        name="note"
        value={note}
        onInput={setNote}
        hint={saySettings(locale, "publish.note.hint")}
        required={false}
        maxLength={LIMITS.reasonLength}
        autofocus
      />
      <div class="buttons">
        <button
          type="button"
          class="button button-main"
          aria-disabled={isBusy}
          onClick={() => !isBusy && onPublish(note.trim())}
        >
          {saySettings(locale, isBusy ? "publish.busy" : "publish.submit")}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {sayDesk(locale, "cancel")}
        </button>
      </div>
    </Dialog>
  );
}
