import type { Locale } from "@otklik/shared/people/locale";
import { useEffect, useRef } from "preact/hooks";
import { sayDraft } from "../messages/draft";
import { sayShell } from "../messages/shell";
import type { Draft } from "../storage/database";
import { nameOfDraft } from "./name-of-draft";

interface Props {
  readonly locale: Locale;
  readonly drafts: readonly Draft[];
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
}

/** The drafts to choose from, when there are several. */
export function DraftTabs({ locale, drafts, openId, onOpen }: Props) {
  const list = useRef<HTMLUListElement>(null);
  // The list has room for a few; the open one is among them.
  useEffect(() => {
    const current = list.current?.querySelector<HTMLElement>("[aria-current=true]");
    if (current && list.current) list.current.scrollTop = current.offsetTop - current.offsetHeight;
  }, [openId, drafts.length]);
  const count = sayShell(locale, "drafts.unsent", { count: drafts.length });
  return (
    <nav class="tabs" aria-label={count}>
      <p class="hint">{count}</p>
      <ul ref={list}>
        {drafts.map((draft) => (
          <li key={draft.id}>
            <button type="button" aria-current={draft.id === openId} onClick={() => onOpen(draft.id)}>
              <bdi>{nameOfDraft(draft) || sayDraft(locale, "panel.untitled")}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
