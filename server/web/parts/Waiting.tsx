import { sayDesk } from "../messages/index";
import { useLocale } from "../preferences/Preferences";

/** Grey lines where text will be. The stylesheet shows them only after 300 ms: most answers come sooner. */
export function Waiting({ lines = 6 }: { lines?: number }) {
  const locale = useLocale();
  return (
    <div class="waiting" aria-busy="true">
      <span class="hidden">{sayDesk(locale, "loading")}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span class="waiting-line" key={line} />
      ))}
    </div>
  );
}
