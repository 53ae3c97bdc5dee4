import type { CalendarSettings } from "@otklik/shared/settings/calendar-settings";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Failure } from "../../api/outcome";
import { useSession } from "../../entry/Session";
import { saySettings } from "../../messages/settings/index";
import { useAnnounce } from "../../parts/Announcer";
import { FailureNote } from "../../parts/FailureNote";
import { useLocale } from "../../preferences/Preferences";
import { CountReport } from "../parts/CountReport";
import { DraftBar } from "../parts/DraftBar";
import type { CalendarDesk } from "../use-calendar-desk";
import { CalendarDiff } from "./CalendarDiff";
import { PublishDialog } from "./PublishDialog";
import { Recount } from "./Recount";
import { VersionList } from "./VersionList";

/** What the draft changes, for which open complaints, its publishing, and the recount after it. */
export function PublishingPage({ desk }: { desk: CalendarDesk }) {
  const locale = useLocale();
  const { draft, settings, preview, mayWrite } = desk;
  const { calendar } = draft;

  // A count by another draft says nothing of this one.
  const counted = useRef(calendar);
  useEffect(() => {
    if (counted.current === calendar) return;
    counted.current = calendar;
    preview.clear();
  }, [calendar]);

  // What was pressed is gone with the draft; what comes next is the recount.
  const [isPublished, setPublished] = useState(false);
  useEffect(() => {
    if (!isPublished) return;
    setPublished(false);
    document.getElementById("recount-title")?.focus();
  }, [isPublished]);

  const startPreview = () =>
    void preview.start(({ api }, signal) =>
      api.calendar.preview.$post({ json: { calendar } }, { init: { signal } }),
    );

  return (
    <>
      <DraftBar desk={desk} toPublishing={false} />
      <section class="settings-part" aria-labelledby="changes-title">
        <h2 id="changes-title">{saySettings(locale, "changes.title")}</h2>
        {draft.isChanged ? (
          <CalendarDiff before={draft.base} after={calendar} />
        ) : (
          <p class="muted">{saySettings(locale, "changes.nothing")}</p>
        )}
      </section>
      {mayWrite && draft.isChanged && !draft.isBehind && (
        <section class="settings-part" aria-labelledby="preview-title">
          <h2 id="preview-title">{saySettings(locale, "preview.title")}</h2>
          {preview.state.kind === "idle" ? (
            <>
              <p class="muted">{saySettings(locale, "preview.detail")}</p>
              <button type="button" class="button settings-own-width" onClick={startPreview}>
                {saySettings(locale, "preview.start")}
              </button>
            </>
          ) : (
            <CountReport count={preview} of="preview" zone={settings.zone} onRetry={startPreview} />
          )}
        </section>
      )}
      {mayWrite && draft.isChanged && !draft.isBehind && (
        <Publish desk={desk} onPublished={() => setPublished(true)} />
      )}
      <Recount desk={desk} />
      <VersionList settings={settings} />
    </>
  );
}

function Publish({ desk, onPublished }: { desk: CalendarDesk; onPublished: () => void }) {
  const locale = useLocale();
  const { ask } = useSession();
  const announce = useAnnounce();
  const [isAsked, setAsked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { draft, settings } = desk;

  const publish = async (note: string) => {
    setBusy(true);
    setFailure(null);
    const outcome = await ask(({ api }) =>
      api.calendar.$post({
        json: {
          calendar: draft.calendar,
          basedOn: settings.calendar.version,
          note: note === "" ? null : note,
        },
      }),
    );
    setBusy(false);
    setAsked(false);
    if (outcome.kind !== "done") {
      setFailure(outcome);
      // Somebody was faster: the draft bar then says so, and offers to carry the changes over.
      if (outcome.kind === "refused" && outcome.problem.code === "calendar-changed") await desk.reload();
      return;
    }
    const published: CalendarSettings = outcome.body;
    desk.accept(published);
    draft.forget();
    announce(saySettings(locale, "publish.done", { version: published.calendar.version }));
    onPublished();
  };

  return (
    <section class="settings-part" aria-labelledby="publish-title">
      <h2 id="publish-title">{saySettings(locale, "publish.title")}</h2>
      {failure && <FailureNote failure={failure} title={saySettings(locale, "publish.failed")} />}
      <p class="muted">{saySettings(locale, "publish.detail")}</p>
      <button
        type="button"
        class="button button-main settings-own-width"
        onClick={() => setAsked(true)}
        aria-disabled={isBusy}
      >
        {saySettings(locale, "publish.ask")}
      </button>
      {isAsked && (
        <PublishDialog
          isBusy={isBusy}
          onPublish={(note) => void publish(note)}
          onClose={() => setAsked(false)}
        />
      )}
    </section>
  );
}
