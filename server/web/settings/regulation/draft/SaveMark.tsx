import { sayDesk } from "../../../messages/index";
import { sayRegulation } from "../../../messages/regulation/index";
import { formatInstant } from "../../../parts/format-when";
import { sayFailure } from "../../../parts/say-failure";
import { useLocale } from "../../../preferences/Preferences";
import type { SaveState } from "./use-draft-desk";

interface SaveMarkProps {
  readonly save: SaveState;
  readonly zone: string;
  readonly now: Date;
  readonly onRetry: () => void;
}

/** Whether what is on the screen is at the server, always in sight. */
export function SaveMark({ save, zone, now, onRetry }: SaveMarkProps) {
  const locale = useLocale();
  const words =
    save.kind === "saved"
      ? save.at === null
        ? sayRegulation(locale, "save.untouched")
        : sayRegulation(locale, "save.saved", { when: formatInstant(locale, save.at, zone, now) })
      : save.kind === "gone"
        ? sayRegulation(locale, "save.failed")
        : sayRegulation(locale, `save.${save.kind}`);
  const isTrouble =
    save.kind === "held" || save.kind === "failed" || save.kind === "clash" || save.kind === "gone";
  return (
    <div class="save-mark" role="status">
      <span class={isTrouble ? "save-trouble" : "muted"}>{words}</span>
      {save.kind === "failed" && (
        <>
          {" "}
          <span class="muted">{sayFailure(locale, save.failure).title}.</span>{" "}
          <button type="button" class="button button-small" onClick={onRetry}>
            {sayDesk(locale, "failure.retry")}
          </button>
        </>
      )}
    </div>
  );
}
