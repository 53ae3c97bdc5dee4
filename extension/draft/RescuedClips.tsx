import type { Locale } from "@otklik/shared/people/locale";
import { useState } from "preact/hooks";
import { sayShell } from "../messages/shell";
import { useLocalItem } from "../settings/use-local-item";
import { saveJsonFile } from "../storage/save-file";
import { forgetRescued, type RescuedClip, storedRescue } from "./rescue-clip";

/** Clips that the browser's database did not take: why, and a file for each. They lie nowhere else, so "Forget" asks. */
export function RescuedClips({ locale }: { readonly locale: Locale }) {
  const rescued = useLocalItem(storedRescue) ?? [];
  const [asked, setAsked] = useState<readonly RescuedClip[] | null>(null);
  const last = rescued.at(-1);
  if (last === undefined) return null;
  const forget = (clips: readonly RescuedClip[]) => {
    setAsked(null);
    void forgetRescued(new Set(clips.map(({ request }) => request.id)));
  };
  return (
    <section class="notice" role="alert">
      <p>{sayShell(locale, "rescued.text", { count: rescued.length, reason: last.reason })}</p>
      {asked === null ? (
        <p class="actions">
          <button type="button" class="main" onClick={() => saveAll(rescued)}>
            {sayShell(locale, "rescued.save")}
          </button>
          <button type="button" onClick={() => setAsked(rescued)}>
            {sayShell(locale, "rescued.forget")}
          </button>
        </p>
      ) : (
        <p class="actions">
          <span>{sayShell(locale, "rescued.forgetSure", { count: asked.length })}</span>
          <button type="button" class="grave" onClick={() => forget(asked)}>
            {sayShell(locale, "rescued.forget")}
          </button>
          <button type="button" onClick={() => setAsked(null)}>
            {sayShell(locale, "outbox.keep")}
          </button>
        </p>
      )}
    </section>
  );
}

function saveAll(rescued: readonly RescuedClip[]): void {
  for (const clip of rescued) saveJsonFile(`otklik-${clip.request.id}.json`, clip);
}
