import type { TimeLimit } from "@otklik/shared/deadline/regulation/regulation";
import { useEffect, useRef } from "preact/hooks";
import { useCommand } from "../../../keyboard/CommandCentre";
import { sayRegulation } from "../../../messages/regulation/index";
import { useLocale } from "../../../preferences/Preferences";
import { CountReport } from "../../parts/CountReport";
import { useCount } from "../../parts/use-count";
import { areSameRules } from "../compare-rules";

interface OpenComplaintsProps {
  /** Null while the draft has something to correct. */
  readonly timeLimits: readonly TimeLimit[] | null;
  readonly zone: string;
}

/** What the draft would give the open complaints, counted at the server line by line. It changes nothing. */
export function OpenComplaints({ timeLimits, zone }: OpenComplaintsProps) {
  const locale = useLocale();
  const count = useCount();
  const heading = useRef<HTMLHeadingElement>(null);
  const counted = useRef<readonly TimeLimit[] | null>(null);
  const isRunning = count.state.kind === "running";
  const isOutdated =
    counted.current !== null && (timeLimits === null || !areSameRules(counted.current, timeLimits));

  const start = () => {
    if (timeLimits === null || isRunning) return;
    counted.current = timeLimits;
    void count.start((client, signal) =>
      client.api.regulation.preview.$post({ json: { timeLimits: [...timeLimits] } }, { init: { signal } }),
    );
  };
  // A count by rules that are no longer on the screen would answer another question.
  useEffect(() => {
    if (isOutdated && isRunning) count.cancel();
  }, [isOutdated, isRunning]);
  useCommand(
    "regulation_count",
    timeLimits === null || isRunning
      ? null
      : () => {
          heading.current?.focus();
          start();
        },
  );

  return (
    <section class="open-complaints" aria-labelledby="open-title">
      <h2 id="open-title" ref={heading} tabIndex={-1}>
        {sayRegulation(locale, "open.title")}
      </h2>
      <p class="muted">{sayRegulation(locale, "open.intro")}</p>
      {!isRunning && (
        <div>
          <button type="button" class="button" aria-disabled={timeLimits === null} onClick={start}>
            {sayRegulation(locale, count.state.kind === "idle" ? "open.start" : "open.again")}
          </button>
        </div>
      )}
      {isOutdated && <p class="note">{sayRegulation(locale, "open.outdated")}</p>}
      <CountReport count={count} of="regulation" zone={zone} onRetry={start} />
    </section>
  );
}
