import type { Locale } from "@otklik/shared/people/locale";
import { sayDraft } from "../messages/draft";
import { sayShell } from "../messages/shell";
import type { Draft } from "../storage/database";

interface Props {
  readonly locale: Locale;
  readonly drafts: readonly Draft[];
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
}

/** The drafts to choose from, when there are several. */
export function DraftTabs({ locale, drafts, openId, onOpen }: Props) {
  const count = sayShell(locale, "drafts.unsent", { count: drafts.length });
  return (
    <nav class="tabs" aria-label={count}>
      <p class="hint">{count}</p>
      <ul>
        {drafts.map((draft) => (
          <li key={draft.id}>
            <button type="button" aria-current={draft.id === openId} onClick={() => onOpen(draft.id)}>
              <bdi>{nameOf(draft) || sayDraft(locale, "panel.untitled")}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function nameOf({ request: { clip } }: Draft): string {
  const who = clip.author.name ?? clip.author.handle;
  const words = clip.narrative.replace(/\s+/gu, " ").trim();
  return who === null ? words || clip.page.title : `${who}: ${words}`;
}
