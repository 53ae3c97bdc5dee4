import type { Author } from "@otklik/shared/complaint/clip";
import { sayDraft } from "../messages/draft";
import { sayMailFile } from "../messages/mail-file";
import { correctField } from "./draft-changes";
import { Field } from "./Field";
import { marksOf } from "./field-marks";
import type { FieldProps } from "./field-props";
import { isMail } from "./is-mail";
import { TextInput } from "./TextInput";

/** Who wrote it: name, handle and the profile's address go together and have one source. */
export function AuthorField(props: FieldProps) {
  const { locale, draft, change, errorAt } = props;
  const { author } = draft.request.clip;
  const byMail = isMail(draft.request.clip);
  const set = (part: Partial<Author>) =>
    change((now) => correctField(now, "author", { ...now.request.clip.author, ...part }));
  return (
    <Field
      locale={locale}
      label={sayDraft(locale, "field.author")}
      inputId={null}
      marks={marksOf(props, "author")}
    >
      <div class="pair">
        <TextInput
          id="author-name"
          label={sayDraft(locale, "field.authorName")}
          value={author.name}
          error={errorAt("clip.author.name")}
          onChange={(name) => set({ name })}
        />
        <TextInput
          id="author-handle"
          label={byMail ? sayMailFile(locale, "mail.address") : sayDraft(locale, "field.authorHandle")}
          value={author.handle}
          error={errorAt("clip.author.handle")}
          onChange={(handle) => set({ handle })}
        />
      </div>
      {(!byMail || author.profileUrl !== null) && (
        <TextInput
          id="author-profile"
          isAddress
          label={sayDraft(locale, "field.authorProfile")}
          value={author.profileUrl}
          error={errorAt("clip.author.profileUrl")}
          onChange={(profileUrl) => set({ profileUrl })}
        />
      )}
    </Field>
  );
}
