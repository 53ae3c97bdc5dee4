import { sayPeople } from "../messages/people/index";
import { useLocale } from "../preferences/Preferences";

/** Inside a dialog: a link went to the one person whom it is for, and is shown to nobody else. */
export function LinkMailed({ note, onDone }: { note: string; onDone: () => void }) {
  const locale = useLocale();
  return (
    <>
      <p role="status">{note}</p>
      <div class="buttons">
        <button type="button" class="button button-main" onClick={onDone}>
          {sayPeople(locale, "link.done")}
        </button>
      </div>
    </>
  );
}
