import { wallClockOf } from "@otklik/shared/deadline/time/wall-clock";
import type { IsoDate } from "@otklik/shared/deadline/vocabulary";
import type { Session } from "@otklik/shared/people/account";
import type { RegulationSettings } from "@otklik/shared/settings/regulation-settings";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { Failure } from "../../../api/outcome";
import { useSession } from "../../../entry/Session";
import { useCommand } from "../../../keyboard/CommandCentre";
import { sayRegulation } from "../../../messages/regulation/index";
import { useAnnounce } from "../../../parts/Announcer";
import { useNow } from "../../../parts/use-now";
import { useLocale } from "../../../preferences/Preferences";
import { Comparison } from "../Comparison";
import { compareRules } from "../compare-rules";
import { OpenComplaints } from "../preview/OpenComplaints";
import { PreviewPane } from "../preview/PreviewPane";
import { sampleAt } from "../preview/sample";
import { usePreview } from "../preview/use-preview";
import { writeRegulationAddress } from "../regulation-address";
import { sayVersion } from "../say-version";
import { versionKey } from "../version-period";
import { DiscardDialog } from "./DiscardDialog";
import { DraftClash } from "./DraftClash";
import { DraftDoubts } from "./DraftDoubts";
import { DraftHead } from "./DraftHead";
import { DraftProblems } from "./DraftProblems";
import { DraftRules, type OpenRule } from "./DraftRules";
import { problemsByRule } from "./draft-problems";
import { countableLimits, limitsOf, shownLimit, type WorkingRule } from "./draft-work";
import { PublishDialog } from "./PublishDialog";
import { SaveMark } from "./SaveMark";
import { useDraftDesk } from "./use-draft-desk";

interface DraftEditorProps {
  readonly settings: RegulationSettings;
  readonly session: Session;
  readonly onSettings: (settings: RegulationSettings) => void;
}

/** The draft of the next version: its rules, what they do to a sample and to the open complaints, and the way into force. */
export function DraftEditor({ settings, session, onSettings }: DraftEditorProps) {
  const locale = useLocale();
  const { ask } = useSession();
  const { route } = useLocation();
  const announce = useAnnounce();
  const now = useNow();
  const { zone } = session.organisation;
  const newest = settings.versions[0] ?? settings.current;
  const present = newest.regulation.timeLimits;
  const before = sayVersion(locale, newest.regulation);
  const heading = useRef<HTMLHeadingElement>(null);
  const panes = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<OpenRule | null>(null);
  const [asking, setAsking] = useState<"publish" | "discard" | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [sample, setSample] = useState(() => sampleAt(now, zone));

  const desk = useDraftDesk({
    settings,
    present,
    personId: session.person.id,
    onSettings,
    onMerged: (by) =>
      announce(
        by === null
          ? sayRegulation(locale, "merged.somebody")
          : sayRegulation(locale, "merged.by", { name: by }),
      ),
  });
  const { work, save } = desk;
  const usedIds = useMemo(
    () => new Set(settings.versions.flatMap(({ regulation }) => regulation.timeLimits.map(({ id }) => id))),
    [settings.versions],
  );
  const usedBefore = useMemo(
    () => new Set([...usedIds].filter((id) => !present.some((limit) => limit.id === id))),
    [usedIds, present],
  );
  const problems = useMemo(() => problemsByRule(work, usedBefore), [work, usedBefore]);
  const timeLimits = useMemo(() => limitsOf(work), [work]);
  const counted = useMemo(() => countableLimits(work), [work]);
  const { preview, retry } = usePreview(sample, counted, settings.current.regulation, zone);
  const changes = useMemo(() => compareRules(present, counted), [present, counted]);
  const isPublishable =
    timeLimits !== null && problems.size === 0 && changes.length > 0 && save.kind === "saved";

  // The eye is on the draft that has just opened.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    if (desk.isRestored) announce(sayRegulation(locale, "draft.restored"));
  }, []);

  const openRule = (rule: WorkingRule | undefined) => {
    if (rule === undefined) return;
    setOpen({ key: rule.key, clock: shownLimit(rule).clock });
    // Where something is to be corrected, the eye goes there.
    setTimeout(() => panes.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
  };
  const leave = () => route(writeRegulationAddress({}));
  const discard = async () => {
    setBusy(true);
    const outcome = await ask(({ api }) => api.regulation.draft.$delete());
    setBusy(false);
    if (outcome.kind !== "done") return setFailure(outcome);
    desk.forget();
    onSettings({ ...settings, draft: null });
    announce(sayRegulation(locale, "draft.discarded"));
    leave();
  };
  const publish = async (effectiveOn: IsoDate, note: string | null) => {
    if (timeLimits === null) return;
    setBusy(true);
    setFailure(null);
    const { name, version } = newest.regulation;
    const outcome = await ask(({ api }) =>
      api.regulation.$post({
        json: {
          timeLimits: [...timeLimits],
          effectiveOn,
          note,
          basedOn: { name, version },
          draft: settings.draft?.revision ?? 0,
        },
      }),
    );
    setBusy(false);
    if (outcome.kind !== "done") {
      setFailure(outcome);
      // What others did is on the screen before the person decides again.
      if (outcome.kind === "refused" && outcome.problem.status === 409) await desk.catchUp();
      return;
    }
    desk.forget();
    onSettings(outcome.body);
    const [published] = outcome.body.versions;
    if (published === undefined) return leave();
    announce(sayRegulation(locale, "publish.done", { name: sayVersion(locale, published.regulation) }));
    route(writeRegulationAddress({ version: versionKey(published), against: versionKey(newest) }));
  };
  const confirm = (what: "publish" | "discard") => {
    setFailure(null);
    setAsking(what);
  };
  useCommand("back", open === null ? leave : () => setOpen(null));
  useCommand("regulation_publish", isPublishable ? () => confirm("publish") : null);

  return (
    <div class="regulation-draft">
      <DraftHead
        heading={heading}
        mark={<SaveMark save={save} zone={zone} now={now} onRetry={desk.retry} />}
        whyNot={isPublishable ? null : changes.length === 0 ? "publish.nothing" : "publish.notYet"}
        hasDraft={settings.draft !== null}
        onAsk={confirm}
        onLeave={leave}
      />
      <p class="muted regulation-intro">{sayRegulation(locale, "draft.intro")}</p>
      <DraftClash
        desk={desk}
        onDrop={() => {
          desk.forget();
          leave();
        }}
      />
      <DraftProblems work={work} problems={problems} onOpen={openRule} />
      <DraftDoubts
        timeLimits={counted}
        onOpen={(id) => openRule(work.find(({ form, removed }) => form.id === id && !removed))}
      />
      <div class="regulation-draft-panes" ref={panes}>
        <div class="regulation-draft-main">
          <DraftRules
            desk={desk}
            present={present}
            usedIds={usedIds}
            problems={problems}
            open={open}
            onOpen={setOpen}
            preview={preview}
            zone={zone}
            now={now}
            today={wallClockOf(now.toISOString(), zone).day}
          />
          <Comparison
            title={sayRegulation(locale, "draft.differs", { before })}
            before={present}
            after={counted}
            same={sayRegulation(locale, "draft.nothing", { before })}
          />
          <OpenComplaints timeLimits={timeLimits} zone={zone} />
        </div>
        <PreviewPane
          sample={sample}
          preview={preview}
          zone={zone}
          now={now}
          onSample={setSample}
          onRetry={retry}
        />
      </div>
      {asking === "publish" && (
        <PublishDialog
          today={wallClockOf(now.toISOString(), zone).day}
          changes={changes.length}
          before={before}
          isBusy={isBusy}
          failure={failure}
          onLook={() => {
            setAsking(null);
            // After the dialog has closed and given the focus back.
            setTimeout(() => document.getElementById("comparison-title")?.focus());
          }}
          onPublish={(effectiveOn, note) => void publish(effectiveOn, note)}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === "discard" && (
        <DiscardDialog
          before={before}
          isBusy={isBusy}
          failure={failure}
          onDiscard={() => void discard()}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  );
}
