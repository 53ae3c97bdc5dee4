import type { DueRule } from "@otklik/shared/deadline/due-date";
import { sayAct } from "@otklik/shared/deadline/say/say-act";
import { sayTerm } from "@otklik/shared/deadline/say/say-why";
import { sayDeadline } from "@otklik/shared/messages/deadline/index";
import { sayDates } from "../../messages/dates/index";
import { ExternalLink } from "../../parts/ExternalLink";
import { formatDay } from "../../parts/format-when";
import { useLocale } from "../../preferences/Preferences";

interface RuleFactsProps {
  readonly rule: DueRule;
  /** The calendar that counted the date; null where none is counted. */
  readonly calendarVersion: string | null;
}

/** The rule behind a due date: its length, its act, how its end is moved, and the versions that made the date. */
export function RuleFacts({ rule, calendarVersion }: RuleFactsProps) {
  const locale = useLocale();
  const act = sayAct(locale, rule.basis);
  const regulation = sayDates(locale, "rule.regulation.version", {
    name: rule.regulation,
    version: rule.regulationVersion,
  });
  return (
    <>
      <dt>{sayDates(locale, "rule.term")}</dt>
      <dd>{sayTerm(locale, rule)}</dd>
      <dt>{sayDates(locale, "rule.basis")}</dt>
      <dd>
        {rule.basisUrl === null ? act : <ExternalLink address={rule.basisUrl}>{act}</ExternalLink>}
        <span class="source">
          {sayDates(locale, "rule.checkedOn", { day: formatDay(locale, rule.checkedOn) })}
        </span>
      </dd>
      <dt>{sayDates(locale, "rule.family")}</dt>
      <dd>
        {sayDeadline(locale, `family.${rule.family}`)}
        <span class="source">{sayDates(locale, rule.pausable ? "rule.pausable" : "rule.neverPauses")}</span>
      </dd>
      <dt>{sayDates(locale, "rule.regulation")}</dt>
      <dd>{regulation}</dd>
      {calendarVersion !== null && (
        <>
          <dt>{sayDates(locale, "rule.calendar")}</dt>
          <dd>{calendarVersion}</dd>
        </>
      )}
    </>
  );
}
