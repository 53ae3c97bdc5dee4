import { LIMITS } from "@otklik/shared/complaint/limits";
import { useEffect, useRef, useState } from "preact/hooks";
import { useCommand } from "../keyboard/CommandCentre";
import { sayDesk } from "../messages/index";
import { Icon } from "../parts/Icon";
import { useLocale } from "../preferences/Preferences";

const PAUSE_MS = 250;

interface SearchFieldProps {
  /** What is searched for now; "" for nothing. */
  readonly search: string;
  readonly onSearch: (search: string) => void;
  /** The person wants on to what was found. */
  readonly onLeave: () => void;
}

/** Searches when the typing pauses, or at once on Enter. */
export function SearchField({ search, onSearch, onLeave }: SearchFieldProps) {
  const locale = useLocale();
  const field = useRef<HTMLInputElement>(null);
  const pause = useRef<number>(undefined);
  const [typed, setTyped] = useState(search);
  useEffect(() => setTyped(search), [search]);
  useEffect(() => () => window.clearTimeout(pause.current), []);

  const send = (text: string) => {
    window.clearTimeout(pause.current);
    if (text.trim() !== search) onSearch(text.trim());
  };
  useCommand("search", () => {
    field.current?.focus();
    field.current?.select();
  });

  return (
    <search class="search">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send(typed);
          onLeave();
        }}
      >
        <Icon name="search" />
        <input
          ref={field}
          type="text"
          inputMode="search"
          enterkeyhint="search"
          autocomplete="off"
          aria-label={sayDesk(locale, "search.label")}
          placeholder={sayDesk(locale, "search.placeholder")}
          aria-keyshortcuts="/"
          maxLength={LIMITS.searchLength}
          value={typed}
          onInput={(event) => {
            const text = event.currentTarget.value;
            setTyped(text);
            window.clearTimeout(pause.current);
            pause.current = window.setTimeout(() => send(text), PAUSE_MS);
          }}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            // Clears first, leaves second; the complaint beside stays open.
            event.stopPropagation();
            event.preventDefault();
            if (typed === "") return onLeave();
            setTyped("");
            send("");
          }}
        />
        {typed !== "" && (
          <button
            type="button"
            class="icon-button"
            aria-label={sayDesk(locale, "search.clear")}
            onClick={() => {
              setTyped("");
              send("");
              field.current?.focus();
            }}
          >
            <Icon name="close" />
          </button>
        )}
      </form>
    </search>
  );
}
