import {
  ROLLS,
  START_EVENTS,
  TERM_ENDS,
  TIME_UNITS,
  type TimeUnit,
} from "@otklik/shared/deadline/vocabulary";
import { sayDeadline } from "@otklik/shared/messages/deadline/index";
import { sayDueWord } from "@otklik/shared/messages/due-words/index";
import { sayRegulation } from "../../../messages/regulation/index";
import { useLocale } from "../../../preferences/Preferences";
import { ChoiceField } from "../parts/ChoiceField";
import { TypedField } from "../parts/TypedField";
import { isClockTerm, mayRoll, type RuleForm, withUnit } from "./rule-form";
import type { WrongField } from "./say-wrong-field";

interface TermFieldsProps {
  readonly form: RuleForm;
  readonly wrongOf: (field: WrongField) => string | null;
  readonly onChange: (change: Partial<RuleForm>) => void;
  /** The term is what is changed most: the focus goes there. */
  readonly autofocus: boolean;
}

/** How long, from when, and how it ends. What the unit makes meaningless is not asked. */
export function TermFields({ form, wrongOf, onChange, autofocus }: TermFieldsProps) {
  const locale = useLocale();
  return (
    <fieldset class="form-group">
      <legend>{sayRegulation(locale, "field.term")}</legend>
      <div class="form-row">
        <TypedField
          label={sayRegulation(locale, "form.n")}
          name="n"
          value={form.n}
          isNumber
          autofocus={autofocus}
          wrong={wrongOf("n")}
          onInput={(n) => onChange({ n })}
        />
        <ChoiceField
          label={sayRegulation(locale, "form.unit")}
          name="unit"
          value={form.unit}
          values={TIME_UNITS}
          nameOf={(unit) => sayRegulation(locale, `unit.${unit}`)}
          hint={hintOf(form.unit, locale)}
          onChoose={(unit) => onChange(withUnit(form, unit))}
        />
        <ChoiceField
          label={sayRegulation(locale, "field.from")}
          name="from"
          value={form.from}
          values={START_EVENTS}
          nameOf={(event) => sayDueWord(locale, `from.${event}`)}
          onChoose={(from) => onChange({ from })}
        />
      </div>
      {!isClockTerm(form.unit) && (
        <div class="form-row">
          {mayRoll(form.unit) && (
            <ChoiceField
              label={sayRegulation(locale, "field.roll")}
              name="roll"
              value={form.roll}
              values={ROLLS}
              nameOf={(roll) => sayDeadline(locale, `roll.name.${roll}`)}
              hint={sayRegulation(locale, "form.roll.hint")}
              onChoose={(roll) => onChange({ roll })}
            />
          )}
          <ChoiceField
            label={sayRegulation(locale, "field.end")}
            name="end"
            value={form.end}
            values={TERM_ENDS}
            nameOf={(end) => sayDeadline(locale, `end.${end}`)}
            onChoose={(end) => onChange({ end })}
          />
        </div>
      )}
    </fieldset>
  );
}

function hintOf(unit: TimeUnit, locale: Parameters<typeof sayRegulation>[0]): string | undefined {
  if (unit === "business_minute" || unit === "business_hour") {
    return sayRegulation(locale, "form.term.business");
  }
  return isClockTerm(unit) ? undefined : sayRegulation(locale, "form.term.day");
}
