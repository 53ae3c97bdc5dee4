import type { PublishedRegulation, RegulationSettings } from "@otklik/shared/settings/regulation-settings";
import { sayRegulation } from "../../messages/regulation/index";
import { formatDay, formatInstant } from "../../parts/format-when";
import { useNow } from "../../parts/use-now";
import { useLocale } from "../../preferences/Preferences";
import { isPartOfDay, periodOf } from "./version-period";

interface VersionFactsProps {
  readonly version: PublishedRegulation;
  readonly settings: RegulationSettings;
  readonly zone: string;
}

/** When a version is in force, and who published it. */
export function VersionFacts({ version, settings, zone }: VersionFactsProps) {
  const locale = useLocale();
  const now = useNow();
  const period = periodOf(version, settings, zone);
  const { state, from, until } = period;
  const { publishedAt, publishedBy, note } = version;
  const when = publishedAt === null ? null : formatInstant(locale, publishedAt, zone, now);
  return (
    <>
      <p>
        <span class={`regulation-version-state regulation-version-${state}`}>
          {sayRegulation(locale, `version.state.${state}`)}
        </span>
      </p>
      <dl class="facts">
        {from !== null && isPartOfDay(period) ? (
          <>
            <dt>{sayRegulation(locale, "version.held")}</dt>
            <dd>{sayRegulation(locale, "version.partOfDay", { day: formatDay(locale, from) })}</dd>
          </>
        ) : (
          <>
            <dt>{sayRegulation(locale, "version.since")}</dt>
            <dd>{from === null ? sayRegulation(locale, "version.fromStart") : formatDay(locale, from)}</dd>
            {until !== null && state !== "never" && (
              <>
                <dt>{sayRegulation(locale, "version.until")}</dt>
                <dd>{formatDay(locale, until)}</dd>
              </>
            )}
          </>
        )}
        <dt>{sayRegulation(locale, "version.published")}</dt>
        <dd>
          {when === null
            ? sayRegulation(locale, "version.withRegister")
            : publishedBy === null
              ? when
              : sayRegulation(locale, "version.publishedBy", { when, name: publishedBy.name })}
        </dd>
        {note !== null && note !== "" && (
          <>
            <dt>{sayRegulation(locale, "version.note")}</dt>
            <dd>
              <bdi class="lines" dir="auto">
                {note}
              </bdi>
            </dd>
          </>
        )}
      </dl>
    </>
  );
}
