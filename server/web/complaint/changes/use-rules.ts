import type { Complaint } from "@otklik/shared/complaint/complaint";
import type { WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import type { Regulation } from "@otklik/shared/deadline/regulation/regulation";
import { useEffect, useState } from "preact/hooks";
import { useSession } from "../../entry/Session";

/** By what the dates of one complaint are counted now. */
export interface ComplaintRules {
  /** The one that first dated it; later ones are for later complaints. */
  readonly regulation: Regulation;
  readonly calendar: WorkCalendar;
}

export type RulesState = ComplaintRules | "reading" | "unknown";

/**
 * Reads the rules that a complaint is under, so that the page can tell a date before it is made.
 *
 * @returns `unknown` when they were not read: the server counts by them all the same
 */
export function useRules(complaint: Pick<Complaint, "dueDates" | "dueHistory">): RulesState {
  const { ask } = useSession();
  const [rules, setRules] = useState<RulesState>("reading");
  useEffect(() => {
    let isWanted = true;
    const read = async (): Promise<RulesState> => {
      const current = await ask(({ api }) => api.rules.$get());
      if (current.kind !== "done") return "unknown";
      const { calendar, regulation } = current.body;
      const dates = [...complaint.dueDates, ...complaint.dueHistory];
      const first = dates.find(({ cause }) => cause === "registered")?.rule;
      if (first === undefined || isVersionOf(regulation, first)) return { regulation, calendar };
      const settings = await ask(({ api }) => api.regulation.$get());
      if (settings.kind !== "done") return "unknown";
      const older = settings.body.versions.find((version) => isVersionOf(version.regulation, first));
      return older === undefined ? "unknown" : { regulation: older.regulation, calendar };
    };
    void read().then((found) => {
      if (isWanted) setRules(found);
    });
    return () => {
      isWanted = false;
    };
  }, []);
  return rules;
}

function isVersionOf(
  { name, version }: Pick<Regulation, "name" | "version">,
  rule: { readonly regulation: string; readonly regulationVersion: number },
): boolean {
  return name === rule.regulation && version === rule.regulationVersion;
}
