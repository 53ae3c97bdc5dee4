import type { Author } from "@otklik/shared/complaint/clip";
import { sayDraft } from "../messages/draft";
import { correctField, isCorrected, isMissing, restoreField } from "./draft-changes";
import { Field } from "./Field";
import type { FieldProps } from "./field-props";
import { TextInput } from "./TextInput";

/** Who wrote it: name, handle and the profile's address go together and have one source. */
export function AuthorField({ locale, draft, change, errorAt }: FieldProps) {
  const { author, sources } = draft.request.clip;
  const set = (part: Partial<Author>) =>
    change((now) => correctField(now, "author", { ...now.request.clip.author, ...part }));
  const isEmpty = author.name === null && author.handle === null && author.profileUrl === null;
  return (
    <Field
      locale={locale}
      label={sayDraft(locale, "field.author")}
      inputId={null}
      source={sources.author}
      onRestore={
        isCorrected(draft, "author") ? () => change((now) => restoreField(now, "author")) : undefined
      }
      hint={isEmpty && isMissing(draft, "author") ? sayDraft(locale, "missing.author") : undefined}
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
          label={sayDraft(locale, "field.authorHandle")}
          value={author.handle}
          error={errorAt("clip.author.handle")}
          onChange={(handle) => set({ handle })}
        />
      </div>
      <TextInput
        id="author-profile"
        isAddress
        label={sayDraft(locale, "field.authorProfile")}
        value={author.profileUrl}
        error={errorAt("clip.author.profileUrl")}
        onChange={(profileUrl) => set({ profileUrl })}
      />
    </Field>
  );
}
