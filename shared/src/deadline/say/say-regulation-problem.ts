import { sayComplaint } from "../../messages/complaint/index";
import { sayDeadline } from "../../messages/deadline/index";
import type { Locale } from "../../people/locale";
import type { RegulationProblem } from "../regulation/regulation-problems";

/** What is doubtful about a regulation, as a sentence; one of a single rule stands beside that rule. */
export function sayRegulationProblem(locale: Locale, problem: RegulationProblem): string {
  switch (problem.code) {
    case "no-answer":
      return sayDeadline(locale, "rules.no-answer", { kind: sayComplaint(locale, `kind.${problem.kind}`) });
    case "no-date": {
      const kind = sayComplaint(locale, `kind.${problem.kind}`);
      return sayDeadline(locale, problem.anonymous ? "rules.no-date.anonymous" : "rules.no-date", { kind });
    }
    case "never-holds":
    case "starts-too-late":
    case "day-settings-of-hours":
      return sayDeadline(locale, `rules.${problem.code}`);
  }
}
