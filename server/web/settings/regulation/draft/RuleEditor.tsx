import type { TimeLimit } from "@otklik/shared/deadline/regulation/regulation";
import { CLOCKS } from "@otklik/shared/deadline/vocabulary";
import type { FieldProblem } from "@otklik/shared/field-problems";
import { sayDueWord } from "@otklik/shared/messages/due-words/index";
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { sayRegulation } from "../../../messages/regulation/index";
import { useLocale } from "../../../preferences/Preferences";
import { ChoiceField } from "../parts/ChoiceField";
import { sayRuleName } from "../say-rule";
import { BasisFields } from "./BasisFields";
import { ForceFields } from "./ForceFields";
import { formOf, type RuleForm, toTimeLimit } from "./rule-form";
import { ScopeFields } from "./ScopeFields";
import { sayWrongField, type WrongField } from "./say-wrong-field";
import { TermFields } from "./TermFields";

interface RuleEditorProps {
  readonly form: RuleForm;
  /** The rule of this id in the version that the draft is to replace; null for a new one. */
  readonly before: TimeLimit | null;
  readonly problems: readonly FieldProblem[];
  readonly onChange: (form: RuleForm) => void;
  readonly onDone: () => void;
  /** What the rule does to the sample complaint, told while it is typed. */
  readonly effect: ComponentChildren;
}

/** One rule as a form. Every key press is the draft's at once: there is nothing to send. */
export function RuleEditor({ form, before, problems, onChange, onDone, effect }: RuleEditorProps) {
  const locale = useLocale();
  const titleId = useId();
  const change = (part: Partial<RuleForm>) => onChange({ ...form, ...part });
  const wrongOf = (field: WrongField) => sayWrongField(locale, problems, field);
  return (
    <form
      class="rule-form"
      noValidate
      aria-labelledby={titleId}
      onSubmit={(event) => {
        event.preventDefault();
        onDone();
      }}
    >
      <h3 id={titleId}>
        {before === null
          ? sayRegulation(locale, "form.new")
          : sayRegulation(locale, "form.edit", { rule: sayRuleName(locale, toTimeLimit(form)) })}
      </h3>
      <ChoiceField
        label={sayRegulation(locale, "field.clock")}
        name="clock"
        value={form.clock}
        values={CLOCKS}
        nameOf={(clock) => sayDueWord(locale, `clock.${clock}`)}
        hint={sayRegulation(locale, "form.clock.hint")}
        autofocus={before === null}
        onChoose={(clock) => change({ clock })}
      />
      <TermFields form={form} wrongOf={wrongOf} onChange={change} autofocus={before !== null} />
      {effect}
      <ScopeFields form={form} onChange={change} />
      <ForceFields form={form} wrongOf={wrongOf} onChange={change} />
      <BasisFields form={form} isIdFixed={before !== null} wrongOf={wrongOf} onChange={change} />
      <div class="buttons form-end">
        <button type="submit" class="button button-main">
          {sayRegulation(locale, "form.done")}
        </button>
        {before !== null && (
          <button type="button" class="button" onClick={() => onChange(formOf(before))}>
            {sayRegulation(locale, "form.restore")}
          </button>
        )}
        {problems.length > 0 && (
          <span class="field-error">{sayRegulation(locale, "form.wrong", { count: problems.length })}</span>
        )}
      </div>
    </form>
  );
}
