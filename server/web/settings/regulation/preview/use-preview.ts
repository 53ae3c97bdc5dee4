import type { WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import type { DueFacts } from "@otklik/shared/deadline/due";
import type { Regulation, TimeLimit } from "@otklik/shared/deadline/regulation/regulation";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { Failure } from "../../../api/outcome";
import { useSession } from "../../../entry/Session";
import type { ClockDates } from "./count-dates";
import { factsOf, type Sample } from "./sample";

export type Preview =
  | { readonly kind: "loading" }
  /** Calendar or engine were not loaded. */
  | { readonly kind: "failed"; readonly failure: Failure }
  /** The sample's times say nothing. */
  | { readonly kind: "badTime" }
  /** The calendar leaves nothing to count by. */
  | { readonly kind: "uncountable" }
  | { readonly kind: "counted"; readonly facts: DueFacts; readonly dates: readonly ClockDates[] };

type Engine = typeof import("./count-dates");

interface Loaded {
  readonly engine: Engine;
  readonly calendar: WorkCalendar;
}

/** The dates of the sample by the draft and by the version in force, counted here in the page. */
export function usePreview(
  sample: Sample,
  timeLimits: readonly TimeLimit[],
  present: Regulation,
  zone: string,
): { readonly preview: Preview; readonly retry: () => void } {
  const { ask } = useSession();
  const [loaded, setLoaded] = useState<Loaded | Failure | null>(null);

  const load = async () => {
    setLoaded(null);
    const [rules, engine] = await Promise.all([
      ask(({ api }) => api.rules.$get()),
      import("./count-dates").catch(() => null),
    ]);
    if (rules.kind !== "done") setLoaded(rules);
    else if (engine === null) setLoaded({ kind: "unreachable" });
    else setLoaded({ engine, calendar: rules.body.calendar });
  };
  useEffect(() => void load(), []);

  const preview = useMemo((): Preview => {
    if (loaded === null) return { kind: "loading" };
    if ("kind" in loaded) return { kind: "failed", failure: loaded };
    const facts = factsOf(sample, zone);
    if (facts === null) return { kind: "badTime" };
    try {
      const draft = { name: "draft", version: 1, timeLimits };
      return {
        kind: "counted",
        facts,
        dates: loaded.engine.countDates(facts, draft, present, loaded.calendar, zone),
      };
    } catch (error) {
      if (error instanceof RangeError) return { kind: "uncountable" };
      throw error;
    }
  }, [loaded, sample, timeLimits, present, zone]);
  return { preview, retry: () => void load() };
}
