import { sayDue } from "@otklik/shared/deadline/say/say-due";
import type { Clock } from "@otklik/shared/deadline/vocabulary";
import { sayDueWord } from "@otklik/shared/messages/due-words/index";
import { sayRegulation } from "../../../messages/regulation/index";
import { useLocale } from "../../../preferences/Preferences";
import { Difference } from "./DueLine";
import { tellingFrom } from "./sample";
import type { Preview } from "./use-preview";

interface RuleEffectProps {
  readonly preview: Preview;
  readonly ruleId: string;
  readonly clock: Clock;
  readonly zone: string;
  readonly now: Date;
}

/** What a rule does to the sample complaint, beside the rule: its clock's date, and whether the rule gave it. */
export function RuleEffect({ preview, ruleId, clock, zone, now }: RuleEffectProps) {
  const locale = useLocale();
  if (preview.kind !== "counted") return null;
  const from = tellingFrom(preview.facts.receivedAt, now, zone);
  const dates = preview.dates.find((each) => each.clock === clock);
  const draft = dates?.draft ?? null;
  return (
    <div class="effect" role="status">
      <p>
        {sayRegulation(locale, "effect.sample", { clock: sayDueWord(locale, `clock.${clock}`) })}{" "}
        <strong>
          {draft === null ? sayRegulation(locale, "preview.gone") : sayDue(locale, draft, from, zone, null)}
        </strong>
      </p>
      {draft !== null && draft.rule.id !== ruleId && (
        <p class="rule-note">{sayRegulation(locale, "effect.other")}</p>
      )}
      {dates !== undefined && <Difference dates={dates} from={from} zone={zone} />}
    </div>
  );
}
