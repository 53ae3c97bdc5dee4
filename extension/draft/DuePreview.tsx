import { windowOf } from "@otklik/shared/deadline/calendar/window-of";
import { sayDue } from "@otklik/shared/deadline/say/say-due";
import { sayWhy } from "@otklik/shared/deadline/say/say-why";
import { isBusinessUnit } from "@otklik/shared/deadline/vocabulary";
import { sayDueWord } from "@otklik/shared/messages/due-words/index";
import type { Locale } from "@otklik/shared/people/locale";
import { cachedRules } from "../api/rules-cache";
import { cachedSession } from "../api/session-cache";
import { sayDraft } from "../messages/draft";
import { useLocalItem } from "../settings/use-local-item";
import { useNow } from "../settings/use-now";
import type { Draft } from "../storage/database";
import { draftRules } from "./draft-rules";
import { duePreview } from "./due-preview";

/** The due dates that this complaint will get, so that kind and channel are chosen knowingly. */
export function DuePreview({ locale, draft }: { readonly locale: Locale; readonly draft: Draft }) {
  const session = useLocalItem(cachedSession);
  const known = useLocalItem(cachedRules);
  const now = useNow();
  if (session === undefined || known === undefined) return null;
  const zoneHere = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const { rules, guess } = draftRules(known, session, zoneHere);
  const { calendar, zone } = rules;
  const dueDates = duePreview(draft.request, now, rules);
  const answer = dueDates?.find(({ clock }) => clock === "answer");
  return (
    <section class="due-preview" aria-labelledby="due-title">
      <h2 id="due-title">{sayDraft(locale, "due.title")}</h2>
      <div aria-live="polite">
        {dueDates === null && <p>{sayDraft(locale, "due.notCounted")}</p>}
        {dueDates !== null && answer === undefined && <p>{sayDraft(locale, "due.noAnswer")}</p>}
        <ul>
          {dueDates?.map((due) => (
            <li key={due.clock} class={due.clock === "answer" ? "answer" : undefined}>
              {sayDraft(locale, "due.line", {
                clock: sayDueWord(locale, `clock.${due.clock}`),
                due: sayDue(
                  locale,
                  due,
                  now,
                  zone,
                  windowOf(calendar, now.toISOString(), zone, isBusinessUnit(due.rule.unit)),
                ),
              })}
            </li>
          ))}
        </ul>
      </div>
      {/* Not read aloud at each choice, as the dates are. */}
      {answer !== undefined && <p class="hint">{sayWhy(locale, answer, now, zone)}</p>}
      {guess === "zone" && <p class="hint">{sayDraft(locale, "due.zoneGuess")}</p>}
      {guess === "rules" && <p class="hint">{sayDraft(locale, "due.usualRules")}</p>}
    </section>
  );
}
