import type { Session } from "@otklik/shared/people/account";
import type { PublishedRegulation, RegulationSettings } from "@otklik/shared/settings/regulation-settings";
import { useEffect, useRef } from "preact/hooks";
import { useLocation } from "preact-iso";
import { useCommand } from "../../keyboard/CommandCentre";
import { sayRegulation } from "../../messages/regulation/index";
import { useAnnounce } from "../../parts/Announcer";
import { formatInstant } from "../../parts/format-when";
import { useNow } from "../../parts/use-now";
import { useLocale } from "../../preferences/Preferences";
import { Comparison } from "./Comparison";
import { RuleTable } from "./RuleTable";
import { type RegulationAddress, writeRegulationAddress } from "./regulation-address";
import { regulationFile, saveFile } from "./regulation-file";
import { sayVersion } from "./say-version";
import { VersionFacts } from "./VersionFacts";
import { VersionList } from "./VersionList";
import { versionAt, versionKey } from "./version-period";

interface VersionViewProps {
  readonly settings: RegulationSettings;
  readonly session: Session;
  readonly address: RegulationAddress;
  readonly mayWrite: boolean;
}

/** One published version: since when and by whom, its rules, and what changed from another. */
export function VersionView({ settings, session, address, mayWrite }: VersionViewProps) {
  const locale = useLocale();
  const { route } = useLocation();
  const announce = useAnnounce();
  const heading = useRef<HTMLHeadingElement>(null);
  const version = address.version === null ? settings.current : versionAt(settings, address.version);
  const against = version === null ? null : versionAt(settings, address.against ?? undefined);
  const shown = version === null ? "" : versionKey(version);

  // The eye is on the version that was chosen; when the page opens, on its title.
  const wasShown = useRef(shown);
  useEffect(() => {
    if (wasShown.current !== shown) heading.current?.focus({ preventScroll: true });
    wasShown.current = shown;
  }, [shown]);

  const goToDraft = () => route(writeRegulationAddress({ isDraft: true }));
  const exportVersion = (published: PublishedRegulation) => {
    const file = regulationFile(published.regulation);
    saveFile(file);
    announce(sayRegulation(locale, "exported", { file: file.name }));
  };
  useCommand("regulation_change", mayWrite ? goToDraft : null);
  useCommand("regulation_export", version === null ? null : () => exportVersion(version));

  if (version === null) {
    return (
      <div class="empty">
        <h2 class="empty-title">{sayRegulation(locale, "version.missing")}</h2>
        <p class="muted">{sayRegulation(locale, "version.missing.detail")}</p>
        <p>
          <a class="button" href={writeRegulationAddress({})}>
            {sayRegulation(locale, "version.toCurrent")}
          </a>
        </p>
      </div>
    );
  }
  return (
    <div class="regulation-view">
      <p class="muted regulation-intro">{sayRegulation(locale, "intro")}</p>
      <DraftWaiting settings={settings} zone={session.organisation.zone} />
      <VersionList settings={settings} shown={shown} zone={session.organisation.zone} />
      <section class="regulation-version" aria-labelledby="version-title">
        <header class="regulation-version-head">
          <h2 id="version-title" class="regulation-version-name" ref={heading} tabIndex={-1}>
            {sayVersion(locale, version.regulation)}
          </h2>
          <div class="buttons">
            {mayWrite && (
              <button type="button" class="button button-main" onClick={goToDraft}>
                {sayRegulation(locale, settings.draft === null ? "draft.change" : "draft.continue")}
              </button>
            )}
            <button type="button" class="button" onClick={() => exportVersion(version)}>
              {sayRegulation(locale, "export")}
            </button>
          </div>
        </header>
        <VersionFacts version={version} settings={settings} zone={session.organisation.zone} />
        <CompareWith settings={settings} version={version} against={against} />
        {against !== null && (
          <Comparison
            title={sayRegulation(locale, "compare.title", { before: sayVersion(locale, against.regulation) })}
            before={against.regulation.timeLimits}
            after={version.regulation.timeLimits}
            same={sayRegulation(locale, "compare.same")}
          />
        )}
        <RuleTable
          rows={version.regulation.timeLimits.map((limit) => ({ key: limit.id, clock: limit.clock, limit }))}
        />
      </section>
    </div>
  );
}

interface CompareWithProps {
  readonly settings: RegulationSettings;
  readonly version: PublishedRegulation;
  readonly against: PublishedRegulation | null;
}

/** Chooses another version to tell the difference from. */
function CompareWith({ settings, version, against }: CompareWithProps) {
  const locale = useLocale();
  const { route } = useLocation();
  const shown = versionKey(version);
  const others = settings.versions.filter((each) => versionKey(each) !== shown);
  if (others.length === 0) return null;
  return (
    <label class="compare-with">
      <span>{sayRegulation(locale, "compare.with")}</span>
      <select
        value={against === null ? "" : versionKey(against)}
        onChange={(event) =>
          route(writeRegulationAddress({ version: shown, against: event.currentTarget.value }), true)
        }
      >
        <option value="">{sayRegulation(locale, "compare.nothing")}</option>
        {others.map((each) => (
          <option value={versionKey(each)} key={versionKey(each)}>
            {sayVersion(locale, each.regulation)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Tells everybody that a change is being prepared. */
function DraftWaiting({ settings: { draft }, zone }: { settings: RegulationSettings; zone: string }) {
  const locale = useLocale();
  const now = useNow();
  if (draft === null) return null;
  const when = formatInstant(locale, draft.savedAt, zone, now);
  return (
    <p class="note">
      {draft.savedBy === null
        ? sayRegulation(locale, "draft.waiting", { when })
        : sayRegulation(locale, "draft.waitingBy", { when, name: draft.savedBy.name })}
    </p>
  );
}
