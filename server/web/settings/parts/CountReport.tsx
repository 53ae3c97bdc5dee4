import type { Locale } from "@otklik/shared/people/locale";
import type { CountProgress } from "@otklik/shared/settings/due-changes";
import { useEffect, useId, useRef } from "preact/hooks";
import { saySettings } from "../../messages/settings/index";
import { FailureNote } from "../../parts/FailureNote";
import { useLocale } from "../../preferences/Preferences";
import { DueChangeTable } from "./DueChangeTable";
import type { Count } from "./use-count";

interface CountReportProps {
  readonly count: Count;
  /** A preview changes nothing, of a calendar as of a regulation; a recount writes what it finds. */
  readonly of: "preview" | "regulation" | "recount";
  readonly zone: string;
  /** Starts it anew. */
  readonly onRetry: () => void;
}

/** How far a count over the open complaints has come, the way to stop it, and what came of it. */
export function CountReport({ count, of, zone, onRetry }: CountReportProps) {
  const locale = useLocale();
  const { state } = count;
  const result = useRef<HTMLParagraphElement>(null);
  const wasRunning = useRef(false);
  const isRunning = state.kind === "running";

  // The button that stops it had the focus, and goes: reading continues with the result.
  useEffect(() => {
    if (wasRunning.current && !isRunning && document.activeElement === document.body) result.current?.focus();
    wasRunning.current = isRunning;
  }, [isRunning]);

  if (state.kind === "idle") return null;
  if (state.kind === "refused" || state.kind === "unreachable") {
    return <FailureNote failure={state} title={saySettings(locale, `${of}.failed`)} onRetry={onRetry} />;
  }
  if (state.kind === "running") {
    return <CountRunning progress={state.progress} onCancel={count.cancel} />;
  }
  if (state.kind !== "done") {
    const { progress } = state;
    return (
      <div class={state.kind === "broken" ? "note note-failure" : "note"} role="alert">
        <p class="note-title" tabIndex={-1} ref={result}>
          {saySettings(locale, `count.${state.kind}`)}
        </p>
        {progress !== null && <p>{sayFound(locale, of, progress)}</p>}
        <p>{saySettings(locale, `${of}.stopped`)}</p>
        <button type="button" class="button" onClick={onRetry}>
          {saySettings(locale, "count.again")}
        </button>
      </div>
    );
  }
  const { progress } = state;
  return (
    <div class="count-result">
      <p class="count-found" role="status" tabIndex={-1} ref={result}>
        {progress.changed === 0
          ? saySettings(locale, `${of}.none`, {
              complaints: saySettings(locale, "count.complaints", { count: progress.of }),
            })
          : sayFound(locale, of, progress)}
      </p>
      {progress.changes.length > 0 && (
        <DueChangeTable changes={progress.changes} all={progress.changed} of={of} zone={zone} />
      )}
    </div>
  );
}

function CountRunning({ progress, onCancel }: { progress: CountProgress | null; onCancel: () => void }) {
  const locale = useLocale();
  const id = useId();
  const words =
    progress === null
      ? saySettings(locale, "count.starting")
      : saySettings(locale, "count.running", {
          done: progress.counted,
          of: progress.of,
          changed: saySettings(locale, "count.dates", { count: progress.changed }),
        });
  return (
    <div class="count-running">
      <label for={id}>{words}</label>
      <progress id={id} max={progress?.of} value={progress?.counted} />
      <button type="button" class="button" onClick={onCancel}>
        {saySettings(locale, "count.cancel")}
      </button>
    </div>
  );
}

function sayFound(
  locale: Locale,
  of: CountReportProps["of"],
  { counted, changed, earlier, later }: CountProgress,
): string {
  return saySettings(locale, `${of}.found`, {
    complaints: saySettings(locale, "count.complaints", { count: counted }),
    dates: saySettings(locale, "count.dates", { count: changed }),
    earlier,
    later,
  });
}
