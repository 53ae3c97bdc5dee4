import { CLOCK_FAMILIES, DAY_UNITS } from "@otklik/shared/deadline/vocabulary";
import { sayDeadline } from "@otklik/shared/messages/deadline/index";
import { sayRegulation } from "../../../messages/regulation/index";
import { useLocale } from "../../../preferences/Preferences";
import { ChoiceField } from "../parts/ChoiceField";
import { TypedField } from "../parts/TypedField";
import { EXTENSIONS, type RuleForm } from "./rule-form";
import type { WrongField } from "./say-wrong-field";

interface ForceFieldsProps {
  readonly form: RuleForm;
  readonly wrongOf: (field: WrongField) => string | null;
  readonly onChange: (change: Partial<RuleForm>) => void;
}

/** How firm a term is: whether it may be paused or extended, and before which other rules it goes. */
export function ForceFields({ form, wrongOf, onChange }: ForceFieldsProps) {
  const locale = useLocale();
  const isLegal = form.family === "legal";
  return (
    <fieldset class="form-group">
      <legend>{sayRegulation(locale, "form.force")}</legend>
      <div class="form-row">
        <ChoiceField
          label={sayRegulation(locale, "field.family")}
          name="family"
          value={form.family}
          values={CLOCK_FAMILIES}
          nameOf={(family) => sayDeadline(locale, `family.${family}`)}
          hint={sayRegulation(locale, `form.family.${form.family}.hint`)}
          onChoose={(family) => onChange({ family })}
        />
        <ChoiceField
          label={sayRegulation(locale, "field.extension")}
          name="extension"
          value={form.extension}
          values={EXTENSIONS}
          nameOf={(extension) => sayRegulation(locale, `form.extension.${extension}`)}
          onChoose={(extension) => onChange({ extension })}
        />
      </div>
      {form.extension === "limited" && (
        <div class="form-row">
          <TypedField
            label={sayRegulation(locale, "form.extension.n")}
            name="extensionN"
            value={form.extensionN}
            isNumber
            wrong={wrongOf("extensionN")}
            onInput={(extensionN) => onChange({ extensionN })}
          />
          <ChoiceField
            label={sayRegulation(locale, "form.extension.unit")}
            name="extensionUnit"
            value={form.extensionUnit}
            values={DAY_UNITS}
            nameOf={(unit) => sayRegulation(locale, `unit.${unit}`)}
            onChoose={(extensionUnit) => onChange({ extensionUnit })}
          />
        </div>
      )}
      {isLegal ? (
        <p class="field-hint">{sayRegulation(locale, "form.pausable.legal")}</p>
      ) : (
        <label class="check">
          <input
            type="checkbox"
            name="pausable"
            checked={form.pausable}
            onChange={(event) => onChange({ pausable: event.currentTarget.checked })}
          />
          <span>{sayRegulation(locale, "form.pausable")}</span>
        </label>
      )}
      <div class="form-row">
        <TypedField
          label={sayRegulation(locale, "field.priority")}
          name="priority"
          value={form.priority}
          isNumber
          hint={sayRegulation(locale, "form.priority.hint")}
          wrong={wrongOf("priority")}
          onInput={(priority) => onChange({ priority })}
        />
        <TypedField
          label={sayRegulation(locale, "field.inForceFrom")}
          name="inForceFrom"
          type="date"
          value={form.inForceFrom}
          isRequired={false}
          hint={sayRegulation(locale, "form.inForceFrom.hint")}
          wrong={wrongOf("inForceFrom")}
          onInput={(inForceFrom) => onChange({ inForceFrom })}
        />
      </div>
    </fieldset>
  );
}
