import { CHANNELS, COMPLAINT_KINDS } from "@otklik/shared/complaint/vocabulary";
import { LEGAL_BASES } from "@otklik/shared/deadline/vocabulary";
import { sayComplaint } from "@otklik/shared/messages/complaint/index";
import { sayDeadline } from "@otklik/shared/messages/deadline/index";
import { sayRegulation } from "../../../messages/regulation/index";
import { useLocale } from "../../../preferences/Preferences";
import { CheckGroup } from "../parts/CheckGroup";
import { ChoiceField } from "../parts/ChoiceField";
import { TypedField } from "../parts/TypedField";
import { localTime, type Sample } from "./sample";

interface SampleFieldsProps {
  readonly sample: Sample;
  readonly zone: string;
  readonly isBadTime: boolean;
  readonly onChange: (sample: Sample) => void;
}

/** The complaint by which the draft is tried: all that rules may ask of one. */
export function SampleFields({ sample, zone, isBadTime, onChange }: SampleFieldsProps) {
  const locale = useLocale();
  const change = (part: Partial<Sample>) => onChange({ ...sample, ...part });
  const wrong = isBadTime ? sayRegulation(locale, "preview.badTime") : null;
  return (
    <fieldset class="sample">
      <legend class="hidden">{sayRegulation(locale, "preview.sample")}</legend>
      <div class="form-row">
        <TypedField
          label={sayRegulation(locale, "preview.receivedAt")}
          name="receivedAt"
          type="datetime-local"
          value={sample.receivedAt}
          hint={sayRegulation(locale, "preview.zone", { zone })}
          wrong={wrong}
          onInput={(receivedAt) => change({ receivedAt })}
        />
        <TypedField
          label={sayRegulation(locale, "preview.registeredAt")}
          name="registeredAt"
          type="datetime-local"
          value={sample.registeredAt ?? sample.receivedAt}
          onInput={(registeredAt) => change({ registeredAt })}
        />
      </div>
      <div>
        <button
          type="button"
          class="button button-small"
          onClick={() => change({ receivedAt: localTime(new Date(), zone), registeredAt: null })}
        >
          {sayRegulation(locale, "preview.now")}
        </button>
      </div>
      <div class="form-row">
        <ChoiceField
          label={sayRegulation(locale, "preview.kind")}
          name="sampleKind"
          value={sample.kind}
          values={COMPLAINT_KINDS}
          nameOf={(kind) => sayComplaint(locale, `kind.${kind}`)}
          onChoose={(kind) => change({ kind })}
        />
        <ChoiceField
          label={sayRegulation(locale, "preview.channel")}
          name="sampleChannel"
          value={sample.channel}
          values={CHANNELS}
          nameOf={(channel) => sayComplaint(locale, `channel.${channel}`)}
          onChoose={(channel) => change({ channel })}
        />
      </div>
      <label class="check">
        <input
          type="checkbox"
          name="sampleAnonymous"
          checked={sample.anonymous}
          onChange={(event) => change({ anonymous: event.currentTarget.checked })}
        />
        <span>{sayRegulation(locale, "preview.anonymous")}</span>
      </label>
      <CheckGroup
        legend={sayRegulation(locale, "preview.bases")}
        none={sayRegulation(locale, "preview.bases.none")}
        values={LEGAL_BASES}
        chosen={sample.bases}
        nameOf={(basis) => sayDeadline(locale, `basis.${basis}`)}
        onChoose={(bases) => change({ bases })}
      />
    </fieldset>
  );
}
