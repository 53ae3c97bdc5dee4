import { useEffect, useRef } from "preact/hooks";
import { saySettings } from "../../messages/settings/index";
import { useLocale } from "../../preferences/Preferences";
import { CountReport } from "../parts/CountReport";
import type { CalendarDesk } from "../use-calendar-desk";

/** Open complaints that still go by an older calendar, and the way to count them by the one in force. */
export function Recount({ desk }: { desk: CalendarDesk }) {
  const locale = useLocale();
  const title = useRef<HTMLHeadingElement>(null);
  const { settings, recount, mayWrite } = desk;
  const { countedByOlder } = settings;
  const isRunning = recount.state.kind === "running";
  // Whatever else has come of one offers to start again.
  const isStartOffered = recount.state.kind === "idle" || recount.state.kind === "done";

  // What is counted stays, but the rest would wait for somebody to notice.
  useEffect(() => {
    if (!isRunning) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [isRunning]);

  const start = async () => {
    title.current?.focus();
    const end = await recount.start(({ api }, signal) => api.recounts.$post({}, { init: { signal } }));
    // How many are left is the server's to say, however it ended.
    if (end !== null) await desk.reload();
  };

  return (
    <section class="settings-part" aria-labelledby="recount-title">
      <h2 id="recount-title" tabIndex={-1} ref={title}>
        {saySettings(locale, "recount.title")}
      </h2>
      <p>
        {countedByOlder === 0
          ? saySettings(locale, "recount.nothing")
          : saySettings(locale, "recount.older", { count: countedByOlder })}
      </p>
      {countedByOlder > 0 && isStartOffered && (
        <>
          <p class="muted">{saySettings(locale, mayWrite ? "recount.detail" : "recount.readOnly")}</p>
          {mayWrite && (
            <button type="button" class="button settings-own-width" onClick={() => void start()}>
              {saySettings(locale, "recount.start")}
            </button>
          )}
        </>
      )}
      {isRunning && <p class="muted">{saySettings(locale, "recount.stay")}</p>}
      <CountReport count={recount} of="recount" zone={settings.zone} onRetry={() => void start()} />
    </section>
  );
}
