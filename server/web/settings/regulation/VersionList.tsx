import type { RegulationSettings } from "@otklik/shared/settings/regulation-settings";
import { sayRegulation } from "../../messages/regulation/index";
import { formatDay } from "../../parts/format-when";
import { useLocale } from "../../preferences/Preferences";
import { writeRegulationAddress } from "./regulation-address";
import { sayVersion } from "./say-version";
import { isPartOfDay, periodOf, versionKey } from "./version-period";

interface VersionListProps {
  readonly settings: RegulationSettings;
  readonly shown: string;
  readonly zone: string;
}

/** Every version: to come, in force and before, the newest first. */
export function VersionList({ settings, shown, zone }: VersionListProps) {
  const locale = useLocale();
  const current = versionKey(settings.current);
  return (
    <nav class="regulation-versions" aria-labelledby="versions-title">
      <h2 id="versions-title">{sayRegulation(locale, "versions.title")}</h2>
      <ul class="plain-list">
        {settings.versions.map((version) => {
          const key = versionKey(version);
          const period = periodOf(version, settings, zone);
          const { state, from } = period;
          return (
            <li key={key}>
              <a
                class="regulation-version-link"
                href={writeRegulationAddress({ version: key === current ? null : key })}
                aria-current={key === shown ? "page" : undefined}
              >
                <span class="regulation-version-name">{sayVersion(locale, version.regulation)}</span>
                <span class="muted">
                  {from === null
                    ? sayRegulation(locale, "versions.fromStart")
                    : sayRegulation(locale, isPartOfDay(period) ? "version.partOfDay" : "versions.from", {
                        day: formatDay(locale, from),
                      })}
                  {" · "}
                  {sayRegulation(locale, `version.state.${state}`)}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
