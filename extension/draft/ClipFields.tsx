import type { Clip } from "@otklik/shared/complaint/clip";
import { CHANNELS } from "@otklik/shared/complaint/vocabulary";
import { sayComplaint } from "@otklik/shared/messages/complaint/index";
import { sayDraft } from "../messages/draft";
import { sayMailFile } from "../messages/mail-file";
import { sayPost } from "../messages/post";
import { AttachmentsField } from "./AttachmentsField";
import { AuthorField } from "./AuthorField";
import { changeRequest, correctField, isMissing } from "./draft-changes";
import { Field } from "./Field";
import { marksOf } from "./field-marks";
import type { FieldProps } from "./field-props";
import { isMail } from "./is-mail";
import { MailField } from "./MailField";
import { MorePosts } from "./MorePosts";
import { PostedAtField } from "./PostedAtField";
import { RatingField } from "./RatingField";
import { TextInput } from "./TextInput";
import { ThreadField } from "./ThreadField";

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
      <MorePosts {...props} />
      <SubjectField {...props} />
      <MailField {...props} />
      <AuthorField {...props} />
      <RatingField {...props} />
      <ThreadField {...props} />
      <PermalinkField {...props} />
      <PostedAtField {...props} />
      <AttachmentsField {...props} />
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

/** The post's own address. A mail file has none. */
function PermalinkField(props: FieldProps) {
  const { locale, draft, change, errorAt } = props;
  const { permalink, page } = draft.request.clip;
  if (page.url === null && permalink === null) return null;
  return (
    <Field
      locale={locale}
      label={sayDraft(locale, "field.permalink")}
      inputId="permalink"
      marks={marksOf(props, "permalink")}
      error={errorAt("clip.permalink")}
    >
      <TextInput
        id="permalink"
        isAddress
        value={permalink}
        error={errorAt("clip.permalink")}
        onChange={(value) => change((now) => correctField(now, "permalink", value))}
      />
    </Field>
  );
}

/** A title of its own: a review's, a thread's, a mail's. Shown where there is one. */
function SubjectField(props: FieldProps) {
  const { locale, draft, change, errorAt } = props;
  const { subject = null } = draft.request.clip;
  const marks = marksOf(props, "subject");
  if (subject === null && marks.onRestore === undefined) return null;
  return (
    <Field
      locale={locale}
      label={
        isMail(draft.request.clip) ? sayMailFile(locale, "mail.subject") : sayPost(locale, "field.subject")
      }
      inputId="subject"
      marks={marks}
      error={errorAt("clip.subject")}
    >
      <TextInput
        id="subject"
        value={subject}
        error={errorAt("clip.subject")}
        onChange={(value) => change((now) => correctField(now, "subject", value))}
      />
    </Field>
  );
}

function NarrativeField(props: FieldProps) {
  const { locale, draft, change, errorAt } = props;
  const { narrative } = draft.request.clip;
  const error = errorAt("clip.narrative");
  const marks = marksOf(props, "narrative");
  const isRecognised = marks.missing !== "post_not_recognised";
  return (
    <Field
      locale={locale}
      label={sayDraft(locale, "field.narrative")}
      inputId="narrative"
      marks={marks}
      hint={
        narrative === "" && isMissing(draft, "narrative")
          ? sayDraft(locale, isRecognised ? "missing.narrative" : "missing.narrativeUnrecognised")
          : undefined
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
