import { useEffect, useId, useRef, useState } from "preact/hooks";
import { sayPeople } from "../messages/people/index";
import { useLocale } from "../preferences/Preferences";
import { useCopy } from "./use-copy";

interface LinkToPassOnProps {
  readonly url: string;
  /** How long it opens, and for whom it is. */
  readonly note: string;
  readonly onDone: () => void;
}

/** Inside a dialog: a link that is shown this once, and the ways to take it along. */
export function LinkToPassOn({ url, note, onDone }: LinkToPassOnProps) {
  const locale = useLocale();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  // The count tells the same words said twice apart.
  const [said, setSaid] = useState({ words: "", count: 0 });
  const copy = useCopy((words) => setSaid(({ count }) => ({ words, count: count + 1 })));

  useEffect(() => field.current?.focus(), []);

  return (
    <>
      <div class="field">
        <label for={id}>{sayPeople(locale, "link.address")}</label>
        <input
          ref={field}
          id={id}
          class="mono"
          type="text"
          readOnly
          value={url}
          onFocus={(event) => event.currentTarget.select()}
        />
      </div>
      <p class="muted">{note}</p>
      <div class="buttons">
        <button
          type="button"
          class="button button-main"
          onClick={() => copy(url, sayPeople(locale, "link.copied"))}
        >
          {sayPeople(locale, "link.copy")}
        </button>
        <button type="button" class="button" onClick={onDone}>
          {sayPeople(locale, "link.done")}
        </button>
      </div>
      <p class="muted" role="status">
        <span key={said.count}>{said.words}</span>
      </p>
    </>
  );
}
