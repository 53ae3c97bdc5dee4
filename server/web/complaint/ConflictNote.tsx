import { sayDecisions } from "../messages/decisions/index";
import { useLocale } from "../preferences/Preferences";

/** Why whoever looks has no buttons on this complaint. */
export function ConflictNote() {
  const locale = useLocale();
  return (
    <div class="note" role="note">
      <p class="note-title">{sayDecisions(locale, "conflict.title")}</p>
      <p>{sayDecisions(locale, "conflict.detail")}</p>
    </div>
  );
}
