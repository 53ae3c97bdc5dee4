import "../settings/zod-without-eval";
import { wallClockOf } from "@otklik/shared/deadline/time/wall-clock";
import type { Session } from "@otklik/shared/people/account";
import { Fragment } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { SignedIn } from "../entry/SignedIn";
import { ClosedPlace } from "../frame/ClosedPlace";
import { PlaceFrame } from "../frame/PlaceFrame";
import { isOpenTo } from "../frame/places";
import { sayLog } from "../messages/log/index";
import { sayPlaces } from "../messages/places/index";
import { useAnnounce } from "../parts/Announcer";
import { FailureNote } from "../parts/FailureNote";
import { formatDayOfWeek } from "../parts/format-when";
import { useNow } from "../parts/use-now";
import { usePageTitle } from "../parts/use-page-title";
import { Waiting } from "../parts/Waiting";
import { ZoneNote } from "../parts/ZoneNote";
import { useLocale } from "../preferences/Preferences";
import { LogLine } from "./LogLine";
import { type ReadLog, useLog } from "./use-log";
import "./log.css";

/** What was done in the organisation, by whom. */
export function LogPage() {
  const locale = useLocale();
  const title = sayPlaces(locale, "page.log");
  usePageTitle(title);
  return (
    <SignedIn>
      {(session) => (
        <PlaceFrame session={session} place="log" title={title}>
          {isOpenTo(session.permissions, "log") ? (
            <Log session={session} />
          ) : (
            <ClosedPlace session={session} place="log" />
          )}
        </PlaceFrame>
      )}
    </SignedIn>
  );
}

function Log({ session }: { session: Session }) {
  const locale = useLocale();
  const announce = useAnnounce();
  const { log, newer, older, load, loadNewer, loadOlder } = useLog();
  const wasAsked = useRef(false);
  if (log === null) return <Waiting lines={12} />;
  if ("kind" in log) {
    return <FailureNote failure={log} title={sayLog(locale, "failed")} onRetry={() => void load()} />;
  }
  const readAgain = async () => {
    const count = await loadNewer();
    if (count !== null)
      announce(count === 0 ? sayLog(locale, "newer.none") : sayLog(locale, "newer.found", { count }));
  };
  return (
    <>
      <p class="log-lead">{sayLog(locale, "lead")}</p>
      <ZoneNote zone={session.organisation.zone} />
      {log.entries.length === 0 ? (
        <div class="empty">
          <p class="empty-title">{sayLog(locale, "empty.title")}</p>
          <p class="muted">{sayLog(locale, "empty.detail")}</p>
        </div>
      ) : (
        <LogDays log={log} zone={session.organisation.zone} />
      )}
      {older !== null && older !== "asking" && (
        <FailureNote failure={older} title={sayLog(locale, "moreFailed")} />
      )}
      {newer !== null && newer !== "asking" && (
        <FailureNote failure={newer} title={sayLog(locale, "newer.failed")} />
      )}
      <div class="buttons log-end">
        {log.more ? (
          <button
            type="button"
            class="button"
            aria-disabled={older === "asking"}
            onClick={() => {
              wasAsked.current = true;
              void loadOlder();
            }}
          >
            {sayLog(locale, older === "asking" ? "older.busy" : "older")}
          </button>
        ) : (
          log.entries.length > 0 && <LogBeginning takesFocus={wasAsked.current} />
        )}
        <button
          type="button"
          class="button"
          aria-disabled={newer === "asking"}
          onClick={() => void readAgain()}
        >
          {sayLog(locale, newer === "asking" ? "older.busy" : "newer")}
        </button>
      </div>
    </>
  );
}

/** Stands where the button for older lines was, and takes the focus over from it. */
function LogBeginning({ takesFocus }: { takesFocus: boolean }) {
  const locale = useLocale();
  const words = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    if (takesFocus) words.current?.focus();
  }, []);
  return (
    <p class="muted" ref={words} tabIndex={-1}>
      {sayLog(locale, "beginning")}
    </p>
  );
}

/** Under the day of each line, as the organisation's clocks had it. */
function LogDays({ log, zone }: { log: ReadLog; zone: string }) {
  const locale = useLocale();
  const now = useNow();
  const dayOf = (at: string) => wallClockOf(at, zone).day;
  return (
    <div class="log">
      {log.entries.map((entry, index) => {
        const day = dayOf(entry.at);
        const before = log.entries[index - 1];
        return (
          <Fragment key={entry.id}>
            {(before === undefined || dayOf(before.at) !== day) && <h2>{formatDayOfWeek(locale, day)}</h2>}
            <LogLine entry={entry} zone={zone} now={now} />
          </Fragment>
        );
      })}
    </div>
  );
}
