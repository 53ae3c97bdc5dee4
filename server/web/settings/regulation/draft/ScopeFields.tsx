import { CHANNELS, COMPLAINT_KINDS } from "@otklik/shared/complaint/vocabulary";
import { LEGAL_BASES } from "@otklik/shared/deadline/vocabulary";
import { sayComplaint } from "@otklik/shared/messages/complaint/index";
import { sayDeadline } from "@otklik/shared/messages/deadline/index";
import { sayRegulation } from "../../../messages/regulation/index";
import { useLocale } from "../../../preferences/Preferences";
import { CheckGroup } from "../parts/CheckGroup";
import { ChoiceField } from "../parts/ChoiceField";
import { ANONYMITIES, type RuleForm } from "./rule-form";

interface ScopeFieldsProps {
  readonly form: RuleForm;
  readonly onChange: (change: Partial<RuleForm>) => void;
}

/** For which complaints a rule is; what is not chosen is not asked. */
export function ScopeFields({ form, onChange }: ScopeFieldsProps) {
  const locale = useLocale();
  const none = sayRegulation(locale, "form.all");
  return (
    <fieldset class="form-group">
      <legend>{sayRegulation(locale, "form.applies")}</legend>
      <p class="field-hint">{sayRegulation(locale, "form.applies.hint")}</p>
      <CheckGroup
        legend={sayRegulation(locale, "form.kinds")}
        none={none}
        values={COMPLAINT_KINDS}
        chosen={form.kinds}
        nameOf={(kind) => sayComplaint(locale, `kind.${kind}`)}
        onChoose={(kinds) => onChange({ kinds })}
      />
      <CheckGroup
        legend={sayRegulation(locale, "form.channels")}
        none={none}
        values={CHANNELS}
        chosen={form.channels}
        nameOf={(channel) => sayComplaint(locale, `channel.${channel}`)}
        onChoose={(channels) => onChange({ channels })}
      />
      <CheckGroup
        legend={sayRegulation(locale, "form.bases")}
        none={none}
        values={LEGAL_BASES}
        chosen={form.bases}
        nameOf={(basis) => sayDeadline(locale, `basis.${basis}`)}
        onChoose={(bases) => onChange({ bases })}
      />
      <ChoiceField
        label={sayRegulation(locale, "form.anonymity")}
        name="anonymity"
        value={form.anonymity}
        values={ANONYMITIES}
        nameOf={(anonymity) => sayRegulation(locale, `form.anonymity.${anonymity}`)}
        onChoose={(anonymity) => onChange({ anonymity })}
      />
    </fieldset>
  );
}
