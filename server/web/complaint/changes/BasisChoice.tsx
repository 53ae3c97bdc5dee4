import type { Complaint } from "@otklik/shared/complaint/complaint";
import type { Triage } from "@otklik/shared/complaint/term-changes";
import { type ApplicableRule, rulesFor } from "@otklik/shared/deadline/regulation/regulation";
import { sayAct } from "@otklik/shared/deadline/say/say-act";
import type { LegalBasis } from "@otklik/shared/deadline/vocabulary";
import { sayDeadline } from "@otklik/shared/messages/deadline/index";
import { sayDates } from "../../messages/dates/index";
import { useLocale } from "../../preferences/Preferences";
import type { RulesState } from "./use-rules";

interface BasisChoiceProps {
  readonly basis: LegalBasis;
  readonly triage: Triage;
  readonly complaint: Pick<Complaint, "channel" | "restartedChannel">;
  readonly rules: RulesState;
  readonly onChange: (isChosen: boolean) => void;
}

/** One thing on which a complaint may rest, with the term and the act that it brings. */
export function BasisChoice({ basis, triage, complaint, rules, onChange }: BasisChoiceProps) {
  const locale = useLocale();
  const said = () => {
    if (typeof rules === "string") return null;
    const channel = complaint.restartedChannel ?? complaint.channel;
    const found = rulesFor({ ...triage, channel, bases: [basis] }, rules.regulation).filter(({ limit }) =>
      limit.appliesTo.bases?.includes(basis),
    );
    if (found.length === 0) return sayDates(locale, "triage.basis.none");
    return found.map((rule) => sayTerm(rule)).join("; ");
  };
  const sayTerm = ({ rule }: ApplicableRule) =>
    sayDates(locale, "triage.basis.term", {
      term: sayDeadline(locale, `term.${rule.unit}`, { count: rule.n }),
      from: sayDeadline(locale, `from.${rule.from}`),
      act: sayAct(locale, rule.basis),
    });
  return (
    <label class="option">
      <input
        type="checkbox"
        checked={triage.bases.includes(basis)}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>
        {sayDeadline(locale, `basis.${basis}`)}
        <span class="field-hint">{said()}</span>
      </span>
    </label>
  );
}
