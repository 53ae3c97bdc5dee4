import type { Locale } from "@otklik/shared/people/locale";
import { useDrafts } from "../draft/use-drafts";
import { sayShell } from "../messages/shell";
import { openPanel } from "../messaging/open-panel";

interface Props {
  readonly locale: Locale;
  /** Where the panel opens; null until it is known. */
  readonly windowId: number | null;
}

/** The way back to what was clipped and not sent. Nothing is shown when there is nothing. */
export function UnsentDrafts({ locale, windowId }: Props) {
  const { drafts } = useDrafts();
  if (drafts === null || drafts.length === 0) return null;
  return (
    <button
      type="button"
      class="unsent"
      disabled={windowId === null}
      onClick={() => {
        if (windowId !== null) void openPanel(windowId).then(() => window.close());
      }}
    >
      {sayShell(locale, "drafts.unsent", { count: drafts.length })}
    </button>
  );
}
