import type { Applicability, TimeLimit } from "@otklik/shared/deadline/regulation/regulation";
import { sayAct } from "@otklik/shared/deadline/say/say-act";
import type { IsoDate } from "@otklik/shared/deadline/vocabulary";
import { sayComplaint } from "@otklik/shared/messages/complaint/index";
import { sayDeadline } from "@otklik/shared/messages/deadline/index";
import { sayDueWord } from "@otklik/shared/messages/due-words/index";
import type { Locale } from "@otklik/shared/people/locale";
import { sayRegulation } from "../../messages/regulation/index";
import { formatDay } from "../../parts/format-when";
import type { RuleField } from "./compare-rules";

/** For whom a rule is, one line for each thing that it asks; one line that says "all" where it asks nothing. */
export function sayScope(locale: Locale, { kinds, channels, anonymous, bases }: Applicability): string[] {
  const lines: string[] = [];
  if (kinds !== undefined) {
    lines.push(
      sayList(
        locale,
        kinds.map((kind) => sayComplaint(locale, `kind.${kind}`)),
      ),
    );
  }
  if (channels !== undefined) {
    const said = sayList(
      locale,
      channels.map((channel) => sayComplaint(locale, `channel.${channel}`)),
    );
    lines.push(sayRegulation(locale, "rule.scope.channels", { channels: said }));
  }
  if (bases !== undefined) {
    const said = sayList(
      locale,
      bases.map((basis) => sayDeadline(locale, `basis.${basis}`)),
      "; ",
    );
    lines.push(sayRegulation(locale, "rule.scope.bases", { bases: said }));
  }
  if (anonymous !== undefined) {
    lines.push(sayRegulation(locale, anonymous ? "rule.scope.yes" : "rule.scope.no"));
  }
  return lines.length === 0 ? [sayRegulation(locale, "rule.scope.all")] : lines;
}

/** What a rule is called where it stands alone: its clock and for whom. */
export function sayRuleName(
  locale: Locale,
  { clock, appliesTo }: Pick<TimeLimit, "clock" | "appliesTo">,
): string {
  return sayRegulation(locale, "rule.name", {
    clock: sayDueWord(locale, `clock.${clock}`),
    scope: sayScope(locale, appliesTo).join(", "),
  });
}

/** What is said beside a term only where it is not as usual. */
export function sayTermNotes(locale: Locale, limit: TimeLimit): string[] {
  const { roll, end, pausable, priority, inForceFrom } = limit;
  return [
    roll !== "none" && sayRegulation(locale, "rule.roll", { roll: sayDeadline(locale, `roll.name.${roll}`) }),
    end !== "day_end" && sayRegulation(locale, "rule.end", { end: sayDeadline(locale, `end.${end}`) }),
    pausable && sayRegulation(locale, "rule.pausable"),
    priority > 0 && sayRegulation(locale, "rule.priority", { priority }),
    inForceFrom !== undefined &&
      sayRegulation(locale, "rule.inForceFrom", { day: formatDay(locale, inForceFrom) }),
  ].filter((note) => note !== false);
}

/** How long; a dash while no number is typed. */
export function sayTerm(locale: Locale, { unit, n }: Pick<TimeLimit, "unit" | "n">): string {
  return Number.isNaN(n) ? NOTHING : sayDueWord(locale, `term.${unit}`, { count: n });
}

/** A local date; a dash while none is chosen. */
export function sayDay(locale: Locale, day: IsoDate): string {
  return day === "" ? NOTHING : formatDay(locale, day);
}

const NOTHING = "—";

/** How far a date by the rule may be moved. */
export function sayExtension(locale: Locale, extension: TimeLimit["extension"]): string {
  if (extension === null) return sayRegulation(locale, "rule.extension.none");
  if (extension.longest === null) return sayRegulation(locale, "rule.extension.agreed");
  return sayRegulation(locale, "rule.extension.limited", { term: sayTerm(locale, extension.longest) });
}

/** Act and clause as they are cited. */
export function sayBasis(locale: Locale, { act, clause }: TimeLimit["basis"]): string {
  return sayAct(locale, clause === null ? act : `${act} ${clause}`);
}

/** One thing that a rule says, for a comparison with another. */
export function sayRuleField(locale: Locale, field: RuleField, limit: TimeLimit): string {
  switch (field) {
    case "clock":
      return sayDueWord(locale, `clock.${limit.clock}`);
    case "scope":
      return sayScope(locale, limit.appliesTo).join(", ");
    case "term":
      return sayTerm(locale, limit);
    case "from":
      return sayDueWord(locale, `from.${limit.from}`);
    case "roll":
      return sayDeadline(locale, `roll.name.${limit.roll}`);
    case "end":
      return sayDeadline(locale, `end.${limit.end}`);
    case "family":
      return sayDeadline(locale, `family.${limit.family}`);
    case "pausable":
      return sayRegulation(locale, limit.pausable ? "rule.pausable.yes" : "rule.pausable.no");
    case "priority":
      return String(limit.priority);
    case "extension":
      return sayExtension(locale, limit.extension);
    case "inForceFrom":
      return limit.inForceFrom === undefined
        ? sayRegulation(locale, "rule.inForceFrom.always")
        : formatDay(locale, limit.inForceFrom);
    case "act":
      return sayBasis(locale, limit.basis);
    case "link":
      return limit.basis.url ?? sayRegulation(locale, "rule.link.none");
    case "checkedOn":
      return sayDay(locale, limit.basis.checkedOn);
  }
}

/** Names one after another, as within a sentence; an abbreviation keeps its capitals. */
function sayList(locale: Locale, names: readonly string[], separator = ", "): string {
  return names
    .map((name) =>
      /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLocaleLowerCase(locale) + name.slice(1) : name,
    )
    .join(separator);
}
