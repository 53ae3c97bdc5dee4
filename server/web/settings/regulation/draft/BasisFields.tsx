import { sayRegulation } from "../../../messages/regulation/index";
import { useLocale } from "../../../preferences/Preferences";
import { TypedField } from "../parts/TypedField";
import type { RuleForm } from "./rule-form";
import type { WrongField } from "./say-wrong-field";

interface BasisFieldsProps {
  readonly form: RuleForm;
  /** Due dates have been counted by the rule, so its id stays. */
  readonly isIdFixed: boolean;
  readonly wrongOf: (field: WrongField) => string | null;
  readonly onChange: (change: Partial<RuleForm>) => void;
}

/** By what act, where it can be read, when it was last compared, and under which id the rule is kept. */
export function BasisFields({ form, isIdFixed, wrongOf, onChange }: BasisFieldsProps) {
  const locale = useLocale();
  return (
    <fieldset class="form-group">
      <legend>{sayRegulation(locale, "form.basis")}</legend>
      <div class="form-row">
        <TypedField
          label={sayRegulation(locale, "field.act")}
          name="act"
          value={form.act}
          hint={sayRegulation(locale, "form.act.hint")}
          wrong={wrongOf("act")}
          onInput={(act) => onChange({ act })}
        />
        <TypedField
          label={sayRegulation(locale, "form.clause")}
          name="clause"
          value={form.clause}
          isRequired={false}
          hint={sayRegulation(locale, "form.clause.hint")}
          wrong={wrongOf("clause")}
          onInput={(clause) => onChange({ clause })}
        />
      </div>
      <div class="form-row">
        <TypedField
          label={sayRegulation(locale, "field.link")}
          name="url"
          value={form.url}
          isRequired={false}
          hint={sayRegulation(locale, "form.link.hint")}
          wrong={wrongOf("url")}
          onInput={(url) => onChange({ url })}
        />
        <TypedField
          label={sayRegulation(locale, "field.checkedOn")}
          name="checkedOn"
          type="date"
          value={form.checkedOn}
          hint={sayRegulation(locale, "form.checkedOn.hint")}
          wrong={wrongOf("checkedOn")}
          onInput={(checkedOn) => onChange({ checkedOn })}
        />
      </div>
      <TypedField
        label={sayRegulation(locale, "form.id")}
        name="id"
        value={form.id}
        isFixed={isIdFixed}
        hint={sayRegulation(locale, isIdFixed ? "form.id.fixed" : "form.id.hint")}
        wrong={wrongOf("id")}
        onInput={(id) => onChange({ id })}
      />
    </fieldset>
  );
}
