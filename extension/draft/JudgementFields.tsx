import { COMPLAINT_KINDS } from "@otklik/shared/complaint/vocabulary";
import { sayComplaint } from "@otklik/shared/messages/complaint/index";
import { cachedSession } from "../api/session-cache";
import { sayDraft } from "../messages/draft";
import { useLocalItem } from "../settings/use-local-item";
import { changeRequest } from "./draft-changes";
import { Field } from "./Field";
import type { FieldProps } from "./field-props";

/** What the agent judges: kind, topic, anonymity, what the person wants. */
export function JudgementFields({ locale, draft, change, errorAt }: FieldProps) {
  const topics = useLocalItem(cachedSession)?.organisation.topics ?? [];
  const { kind, topicId, anonymous, remedySought } = draft.request;
  const remedyError = errorAt("remedySought");
  return (
    <>
      <div class="pair">
        <Field locale={locale} label={sayDraft(locale, "field.kind")} inputId="kind">
          <select
            id="kind"
            value={kind}
            onChange={(event) => {
              const chosen = COMPLAINT_KINDS.find((one) => one === event.currentTarget.value);
              if (chosen !== undefined) change((now) => changeRequest(now, { kind: chosen }));
            }}
          >
            {COMPLAINT_KINDS.map((one) => (
              <option key={one} value={one}>
                {sayComplaint(locale, `kind.${one}`)}
              </option>
            ))}
          </select>
        </Field>
        <Field
          locale={locale}
          label={sayDraft(locale, "field.topic")}
          inputId="topic"
          hint={topics.length === 0 ? sayDraft(locale, "missing.topics") : undefined}
          error={errorAt("topicId")}
        >
          <select
            id="topic"
            value={topicId ?? ""}
            onChange={(event) => {
              const chosen = event.currentTarget.value || null;
              change((now) => changeRequest(now, { topicId: chosen }));
            }}
          >
            <option value="">{sayDraft(locale, "field.noTopic")}</option>
            {topics.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <label class="check">
        <input
          type="checkbox"
          checked={anonymous}
          onChange={(event) => {
            const { checked } = event.currentTarget;
            change((now) => changeRequest(now, { anonymous: checked }));
          }}
        />
        {sayDraft(locale, "field.anonymous")}
      </label>
      <Field locale={locale} label={sayDraft(locale, "field.remedy")} inputId="remedy" error={remedyError}>
        <textarea
          id="remedy"
          rows={2}
          value={remedySought ?? ""}
          aria-invalid={remedyError === undefined ? undefined : true}
          aria-describedby={remedyError === undefined ? undefined : "remedy-error"}
          onInput={(event) => {
            const value = event.currentTarget.value || null;
            change((now) => changeRequest(now, { remedySought: value }));
          }}
        />
      </Field>
    </>
  );
}
