import { calendarChanges } from "@otklik/shared/deadline/calendar/calendar-changes";
import { useMemo } from "preact/hooks";
import { useCommand } from "../../keyboard/CommandCentre";
import { KEYS } from "../../keyboard/commands";
import { saySettings } from "../../messages/settings/index";
import { useAnnounce } from "../../parts/Announcer";
import { useLocale } from "../../preferences/Preferences";
import { otherChanges } from "../calendar/other-changes";
import type { CalendarDesk } from "../use-calendar-desk";
import { sayVersion } from "./say-version";

/** What is in force, what has been changed since, and the ways back and forward. */
export function DraftBar({ desk, toPublishing = true }: { desk: CalendarDesk; toPublishing?: boolean }) {
  const locale = useLocale();
  const announce = useAnnounce();
  const { draft, settings, mayWrite } = desk;
  const { isChanged, isBehind, undo } = draft;
  const days = useMemo(
    () => calendarChanges(draft.base, draft.calendar).length,
    [draft.base, draft.calendar],
  );
  const others = otherChanges(locale, draft.base, draft.calendar).length;
  const parts = [
    ...(days > 0 ? [saySettings(locale, "draft.days", { count: days })] : []),
    ...(others > 0 ? [saySettings(locale, "draft.others", { count: others })] : []),
  ];
  const takeBack = () => {
    undo?.();
    announce(saySettings(locale, "draft.undone"));
  };
  const discard = () => {
    draft.discard();
    announce(saySettings(locale, "draft.discarded"));
  };
  useCommand("undo", undo === null ? null : takeBack);

  return (
    <section class="draft-bar" aria-label={saySettings(locale, "draft.label")}>
      <p class="draft-state">
        {isChanged ? (
          <strong class="draft-changed">
            {parts.length === 0
              ? saySettings(locale, "draft.changedSlightly")
              : saySettings(locale, "draft.changed", { what: parts.join(", ") })}
          </strong>
        ) : (
          <span class="muted">
            {saySettings(locale, "draft.inForce", { version: sayVersion(locale, settings) })}
          </span>
        )}
      </p>
      {mayWrite ? (
        <div class="buttons">
          <button
            type="button"
            class="button button-small"
            aria-disabled={undo === null}
            onClick={() => undo !== null && takeBack()}
          >
            {saySettings(locale, "draft.undo")}&nbsp;<kbd>{KEYS.undo}</kbd>
          </button>
          <button
            type="button"
            class="button button-small"
            aria-disabled={!isChanged}
            onClick={() => isChanged && discard()}
          >
            {saySettings(locale, "draft.discard")}
          </button>
          {toPublishing && isChanged && (
            <a class="button button-small button-main" href="/settings/publishing">
              {saySettings(locale, "draft.publish")}
            </a>
          )}
        </div>
      ) : (
        <p class="muted">{saySettings(locale, "draft.readOnly")}</p>
      )}
      {isBehind && (
        <div class="note draft-behind" role="status">
          <p class="note-title">{saySettings(locale, "draft.behind")}</p>
          <p>{saySettings(locale, "draft.behind.detail", { version: sayVersion(locale, settings) })}</p>
          <button type="button" class="button" onClick={draft.carryOver}>
            {saySettings(locale, "draft.carryOver")}
          </button>
        </div>
      )}
    </section>
  );
}
