import type { CalendarSettings } from "@otklik/shared/settings/calendar-settings";
import { saySettings } from "../../messages/settings/index";
import { formatInstant } from "../../parts/format-when";
import { useNow } from "../../parts/use-now";
import { useLocale } from "../../preferences/Preferences";

/** Every published version of the calendar, the newest first. */
export function VersionList({ settings }: { settings: CalendarSettings }) {
  const locale = useLocale();
  const now = useNow();
  const { versions, zone } = settings;
  return (
    <section class="settings-part" aria-labelledby="versions-title">
      <h2 id="versions-title">{saySettings(locale, "versions.title")}</h2>
      <ol class="plain-list versions">
        {versions.map(({ version, publishedAt, publishedBy, note }, place) => (
          <li class="version" key={version}>
            <strong>{version}</strong>
            <span class="muted">
              {publishedAt === null
                ? saySettings(locale, "versions.builtIn")
                : formatInstant(locale, publishedAt, zone, now)}
              {publishedBy !== null && (
                <>
                  , <bdi>{publishedBy.name}</bdi>
                </>
              )}
              {place === 0 && `, ${saySettings(locale, "versions.current")}`}
            </span>
            {note !== null && <p class="lines version-note">{note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
