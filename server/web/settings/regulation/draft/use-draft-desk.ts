import type { TimeLimit } from "@otklik/shared/deadline/regulation/regulation";
import type { RegulationDraft, RegulationSettings } from "@otklik/shared/settings/regulation-settings";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Failure } from "../../../api/outcome";
import { useSession } from "../../../entry/Session";
import { useOnReturn } from "../../../parts/use-on-return";
import { areSameRules } from "../compare-rules";
import { type DraftWork, limitsOf } from "./draft-work";
import { forgetKeptWork, keepWork, readKeptWork } from "./kept-work";
import { type Clash, mergeTheirs, takeTheirs } from "./merge-theirs";
import { carryOver, type OpenedDraft, openDraft, savedDraftOf } from "./open-draft";

const PAUSE_MS = 800;
const RETRY_MS = 5_000;

/** How far the server has the draft that is on the screen. */
export type SaveState =
  /** `at` is null while there is no draft yet and nothing was changed. */
  | { readonly kind: "saved"; readonly at: string | null }
  | { readonly kind: "waiting" }
  | { readonly kind: "saving" }
  /** Some rule has to be corrected first. */
  | { readonly kind: "held" }
  | { readonly kind: "failed"; readonly failure: Failure }
  | { readonly kind: "clash"; readonly clashes: readonly Clash[]; readonly by: string | null }
  /** Somebody has published or discarded the draft. */
  | { readonly kind: "gone" };

export interface DraftDesk {
  readonly work: DraftWork;
  readonly save: SaveState;
  /** What this tab had kept was put on the screen again. */
  readonly isRestored: boolean;
  readonly change: (change: (work: DraftWork) => DraftWork) => void;
  readonly retry: () => void;
  /** Settles the rules that two have changed, and goes on saving. */
  readonly settle: (whose: "mine" | "theirs") => void;
  /** Saves what is on the screen as a new draft, when the one before is gone. */
  readonly startAnew: () => void;
  /** Reads what others have done and puts it together with what is here. */
  readonly catchUp: () => Promise<void>;
  /** Nothing is to be saved any more: the draft is published or discarded. */
  readonly forget: () => void;
}

interface DraftDeskInput {
  readonly settings: RegulationSettings;
  readonly present: readonly TimeLimit[];
  readonly personId: string;
  readonly onSettings: (settings: RegulationSettings) => void;
  /** Somebody else saved too, and both changes are in the draft now. */
  readonly onMerged: (by: string | null) => void;
}

/** The draft on the screen and at the server, kept in step: saved when typing pauses, merged with what others save. */
export function useDraftDesk({
  settings,
  present,
  personId,
  onSettings,
  onMerged,
}: DraftDeskInput): DraftDesk {
  const { ask } = useSession();
  const [opened] = useState<OpenedDraft>(() => openDraft(settings.draft, present, readKeptWork(personId)));
  const [work, setWork] = useState(opened.work);
  const [save, setSave] = useState<SaveState>(() => firstState(opened, settings.draft));
  // Looked at by what comes back from the server, which must not see an older rendering.
  const latest = useRef({ work, settings, save, isLeft: false, isOver: false });
  latest.current = { ...latest.current, work, settings, save };
  const saved = useRef(opened.saved);
  /** From which draft a clash began: it is kept with the work until the clash is settled. */
  const base = useRef(opened.base);
  const begunFrom = useRef(present);
  const isBusy = useRef(false);
  const timer = useRef<number>(undefined);

  const put = async () => {
    window.clearTimeout(timer.current);
    const limits = limitsOf(latest.current.work);
    if (isBusy.current || limits === null || latest.current.isOver) return;
    if (areSameRules(limits, saved.current.timeLimits)) return;
    isBusy.current = true;
    setSave({ kind: "saving" });
    const outcome = await ask(({ api }) =>
      api.regulation.draft.$put({ json: { timeLimits: [...limits], basedOn: saved.current.revision } }),
    );
    isBusy.current = false;
    if (latest.current.isOver) return;
    if (outcome.kind === "done") {
      const isLast = latest.current.isLeft && areSameRules(limitsOf(latest.current.work) ?? [], limits);
      if (isLast) forgetKeptWork(personId);
      saved.current = base.current = outcome.body;
      onSettings({ ...latest.current.settings, draft: outcome.body });
      follow(latest.current.work, outcome.body.savedAt);
    } else if (outcome.kind === "refused" && outcome.problem.code === "draft-changed") await bringTogether();
    else {
      setSave({ kind: "failed", failure: outcome });
      if (outcome.kind === "unreachable" && !latest.current.isLeft)
        timer.current = window.setTimeout(() => void put(), RETRY_MS);
    }
  };

  /** Keeps in this tab what the server has not got, and saves it when the typing pauses. */
  const follow = (next: DraftWork, savedAt: string | null) => {
    window.clearTimeout(timer.current);
    if (latest.current.isLeft) return;
    const limits = limitsOf(next);
    if (limits !== null && areSameRules(limits, saved.current.timeLimits)) {
      forgetKeptWork(personId);
      return setSave({ kind: "saved", at: saved.current.revision === 0 ? null : savedAt });
    }
    const { revision, timeLimits } = base.current;
    keepWork(personId, { revision, base: timeLimits, work: next });
    const { kind } = latest.current.save;
    if (kind === "clash" || kind === "gone") return;
    if (limits === null) return setSave({ kind: "held" });
    setSave({ kind: "waiting" });
    timer.current = window.setTimeout(() => void put(), PAUSE_MS);
  };

  /** Reads what others have saved, and puts it together with what is here. */
  const bringTogether = async () => {
    if (latest.current.isLeft) return;
    const outcome = await ask(({ api }) => api.regulation.$get());
    if (latest.current.isOver) return;
    if (outcome.kind !== "done") return setSave({ kind: "failed", failure: outcome });
    const theirs = outcome.body.draft;
    onSettings(outcome.body);
    if (theirs === null && saved.current.revision > 0) return setSave({ kind: "gone" });
    if (theirs === null || theirs.revision === saved.current.revision) return;
    const merged = mergeTheirs(latest.current.work, saved.current.timeLimits, theirs.timeLimits);
    const by = theirs.savedBy?.name ?? null;
    base.current = merged.clashes.length > 0 ? saved.current : theirs;
    saved.current = theirs;
    latest.current.work = merged.work;
    setWork(merged.work);
    if (merged.clashes.length > 0) return setSave({ kind: "clash", clashes: merged.clashes, by });
    onMerged(by);
    follow(merged.work, theirs.savedAt);
  };

  const change = (apply: (work: DraftWork) => DraftWork) => {
    const next = apply(latest.current.work);
    latest.current.work = next;
    setWork(next);
    follow(next, latest.current.settings.draft?.savedAt ?? null);
  };

  const goOn = (next: DraftWork) => {
    base.current = saved.current;
    latest.current.save = { kind: "waiting" };
    change(() => next);
  };

  // What was restored is saved without a further key press.
  useEffect(() => {
    if (opened.isRestored) follow(opened.work, settings.draft?.savedAt ?? null);
    return () => {
      // The page is left while something waits: it goes at once.
      if (latest.current.save.kind === "waiting") void put();
      latest.current.isLeft = true;
      window.clearTimeout(timer.current);
    };
  }, []);
  useEffect(() => {
    const isUnsaved = save.kind !== "saved";
    const onLeave = (event: BeforeUnloadEvent) => event.preventDefault();
    if (isUnsaved) addEventListener("beforeunload", onLeave);
    return () => removeEventListener("beforeunload", onLeave);
  }, [save.kind]);
  useOnReturn(() => {
    if (!isBusy.current && save.kind === "saved") void bringTogether();
  });

  return {
    work,
    save,
    isRestored: opened.isRestored,
    change,
    retry: () => void put(),
    settle: (whose) => {
      if (save.kind !== "clash") return;
      const theirs = new Map(save.clashes.map((clash) => [clash.key, clash.theirs]));
      goOn(
        latest.current.work.map((rule) => {
          const their = theirs.get(rule.key);
          return whose === "theirs" && their !== undefined ? takeTheirs(rule, their) : rule;
        }),
      );
    },
    startAnew: () => {
      const merged = carryOver(latest.current.work, saved.current.timeLimits, begunFrom.current, present);
      saved.current = savedDraftOf(null, present);
      begunFrom.current = present;
      goOn(merged.work);
      if (merged.clashes.length === 0) return;
      window.clearTimeout(timer.current);
      setSave({ kind: "clash", clashes: merged.clashes, by: null });
    },
    catchUp: bringTogether,
    forget: () => {
      latest.current.isOver = true;
      window.clearTimeout(timer.current);
      forgetKeptWork(personId);
    },
  };
}

function firstState({ clashes, isGone, saved }: OpenedDraft, draft: RegulationDraft | null): SaveState {
  if (isGone) return { kind: "gone" };
  if (clashes.length > 0) return { kind: "clash", clashes, by: draft?.savedBy?.name ?? null };
  return { kind: "saved", at: saved.revision === 0 ? null : (draft?.savedAt ?? null) };
}
