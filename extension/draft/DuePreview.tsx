import { sayDue } from "@otklik/shared/deadline/say/say-due";
import { sayDueWord } from "@otklik/shared/messages/due-words/index";
import type { Locale } from "@otklik/shared/people/locale";
import { cachedSession } from "../api/session-cache";
import { sayDraft } from "../messages/draft";
import { useLocalItem } from "../settings/use-local-item";
import { useNow } from "../settings/use-now";
import type { Draft } from "../storage/database";
import { duePreview } from "./due-preview";

/** The due dates that this complaint will get, so that kind and channel are chosen knowingly. */
export function DuePreview({ locale, draft }: { readonly locale: Locale; readonly draft: Draft }) {
  const session = useLocalItem(cachedSession);
  const now = useNow();
  if (session === undefined) return null;
  const zone = session?.organisation.zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const dueDates = duePreview(draft.request, now, zone);
  const owesAnswer = dueDates.some(({ clock }) => clock === "answer");
  return (
    <section class="due-preview" aria-labelledby="due-title" aria-live="polite">
      <h2 id="due-title">{sayDraft(locale, "due.title")}</h2>
      {!owesAnswer && <p>{sayDraft(locale, "due.noAnswer")}</p>}
      <ul>
        {dueDates.map((due) => (
          <li key={due.clock} class={due.clock === "answer" ? "answer" : undefined}>
            {sayDraft(locale, "due.line", {
              clock: sayDueWord(locale, `clock.${due.clock}`),
              due: sayDue(locale, due, now, zone, null),
            })}
          </li>
        ))}
      </ul>
      {session === null && <p class="hint">{sayDraft(locale, "due.zoneGuess")}</p>}
    </section>
  );
}
