import type { Clip } from "@otklik/shared/complaint/clip";
import { CHANNELS } from "@otklik/shared/complaint/vocabulary";
import { sayComplaint } from "@otklik/shared/messages/complaint/index";
import { sayDraft } from "../messages/draft";
import { AuthorField } from "./AuthorField";
import { changeRequest, correctField, isCorrected, isMissing, restoreField } from "./draft-changes";
import { Field } from "./Field";
import type { FieldProps } from "./field-props";
import { PostedAtField } from "./PostedAtField";
import { TextInput } from "./TextInput";

/** What was captured, each field with its source. */
export function ClipFields(props: FieldProps) {
  const { locale, draft, change, errorAt } = props;
  const { clip } = draft.request;
  const setClip = (part: Partial<Clip>) =>
    change((now) => changeRequest(now, { clip: { ...now.request.clip, ...part } }));
  const pageErrors = [errorAt("clip.page.title"), errorAt("clip.page.url")];
  return (
    <>
      <NarrativeField {...props} />
      <AuthorField {...props} />
      <Field
        locale={locale}
        label={sayDraft(locale, "field.permalink")}
        inputId="permalink"
        source={clip.sources.permalink}
        onRestore={
          isCorrected(draft, "permalink") ? () => change((now) => restoreField(now, "permalink")) : undefined
        }
        hint={
          clip.permalink === null && isMissing(draft, "permalink")
            ? sayDraft(locale, "missing.permalink")
            : undefined
        }
        error={errorAt("clip.permalink")}
      >
        <TextInput
          id="permalink"
          isAddress
          value={clip.permalink}
          error={errorAt("clip.permalink")}
          onChange={(permalink) => change((now) => correctField(now, "permalink", permalink))}
        />
      </Field>
      <PostedAtField {...props} />
      <Field locale={locale} label={sayDraft(locale, "field.channel")} inputId="channel">
        <select
          id="channel"
          value={clip.channel}
          onChange={(event) => {
            const channel = CHANNELS.find((one) => one === event.currentTarget.value);
            if (channel !== undefined) setClip({ channel });
          }}
        >
          {CHANNELS.map((channel) => (
            <option key={channel} value={channel}>
              {sayComplaint(locale, `channel.${channel}`)}
            </option>
          ))}
        </select>
      </Field>
      {clip.page.url !== null && (
        <details class="page" open={pageErrors.some((error) => error !== undefined)}>
          <summary>
            <span class="label">{sayDraft(locale, "field.page")}</span>{" "}
            <bdi class="muted">{clip.page.title || clip.page.url}</bdi>
          </summary>
          <TextInput
            id="page-title"
            label={sayDraft(locale, "field.pageTitle")}
            value={clip.page.title}
            error={pageErrors[0]}
            onChange={(title) => setClip({ page: { ...clip.page, title: title ?? "" } })}
          />
          <TextInput
            id="page-url"
            isAddress
            label={sayDraft(locale, "field.pageUrl")}
            value={clip.page.url}
            error={pageErrors[1]}
            onChange={(url) => setClip({ page: { ...clip.page, url: url ?? "" } })}
          />
        </details>
      )}
    </>
  );
}

function NarrativeField({ locale, draft, change, errorAt }: FieldProps) {
  const { narrative, sources } = draft.request.clip;
  const error = errorAt("clip.narrative");
  return (
    <Field
      locale={locale}
      label={sayDraft(locale, "field.narrative")}
      inputId="narrative"
      source={sources.narrative}
      onRestore={
        isCorrected(draft, "narrative") ? () => change((now) => restoreField(now, "narrative")) : undefined
      }
      hint={
        narrative === "" && isMissing(draft, "narrative") ? sayDraft(locale, "missing.narrative") : undefined
      }
      error={error}
    >
      <textarea
        id="narrative"
        rows={7}
        value={narrative}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={error === undefined ? undefined : "narrative-error"}
        onInput={(event) => {
          const { value } = event.currentTarget;
          change((now) => correctField(now, "narrative", value));
        }}
      />
    </Field>
  );
}
