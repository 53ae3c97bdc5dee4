import type { Locale } from "@otklik/shared/people/locale";
import { sayShell } from "../messages/shell";
import { useLocalItem } from "../settings/use-local-item";
import { saveJsonFile } from "../storage/save-file";
import { type RescuedClip, storedRescue } from "./rescue-clip";

/** Clips that the browser's database did not take: why, and a file for each. */
export function RescuedClips({ locale }: { readonly locale: Locale }) {
  const rescued = useLocalItem(storedRescue) ?? [];
  const last = rescued.at(-1);
  if (last === undefined) return null;
  return (
    <section class="notice" role="alert">
      <p>{sayShell(locale, "rescued.text", { count: rescued.length, reason: last.reason })}</p>
      <p class="actions">
        <button type="button" class="main" onClick={() => saveAll(rescued)}>
          {sayShell(locale, "rescued.save")}
        </button>
        <button type="button" onClick={() => void storedRescue.remove()}>
          {sayShell(locale, "rescued.forget")}
        </button>
      </p>
    </section>
  );
}

function saveAll(rescued: readonly RescuedClip[]): void {
  for (const clip of rescued) saveJsonFile(`otklik-${clip.request.id}.json`, clip);
}
