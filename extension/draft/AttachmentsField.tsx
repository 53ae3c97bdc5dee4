import type { Attachment } from "@otklik/shared/complaint/clip";
import { sayPost } from "../messages/post";
import { changeEdits, turnFile } from "../proof/evidence-edits";
import { useDraftFiles } from "../proof/use-draft-files";
import type { Draft, DraftFile } from "../storage/database";
import { correctField, restoreField } from "./draft-changes";
import { Field } from "./Field";
import { marksOf } from "./field-marks";
import type { FieldProps } from "./field-props";
import { useObjectUrl } from "./use-object-url";

/** Pictures, videos and files of the post: what each shows, a small picture where its bytes are kept, and the way to leave it out. */
export function AttachmentsField(props: FieldProps) {
  const { locale, draft, change } = props;
  const { attachments = [] } = draft.request.clip;
  const files = useDraftFiles(draft.id) ?? [];
  const known = marksOf(props, "attachments");
  const onRestore = known.onRestore && (() => change((now) => bringBack(now, files)));
  const marks = { ...known, onRestore };
  if (attachments.length === 0 && marks.onRestore === undefined) return null;
  return (
    <Field locale={locale} label={sayPost(locale, "field.attachments")} inputId={null} marks={marks}>
      <ul class="attachments">
        {attachments.map((attachment, index) => {
          const file = fileOf(files, attachment);
          const kind = sayPost(locale, `attachment.${attachment.kind}`);
          const name = attachment.alt ?? `${kind}, ${sayPost(locale, "attachment.noAlt")}`;
          return (
            <li key={attachment.url ?? index}>
              <Thumbnail file={file} />
              <span>
                <bdi>{name}</bdi>
                {file === undefined && attachment.url !== null && (
                  <span class="hint"> {sayPost(locale, "attachment.addressOnly")}</span>
                )}
              </span>
              <button
                type="button"
                class="link"
                aria-label={sayPost(locale, "attachment.removeOf", { name })}
                onClick={() => change((now) => leaveOut(now, index, file))}
              >
                {sayPost(locale, "attachment.remove")}
              </button>
            </li>
          );
        })}
      </ul>
    </Field>
  );
}

/** From our own bytes alone: a picture of the page's would tell its site that it is looked at. */
function Thumbnail({ file }: { readonly file: DraftFile | undefined }) {
  return file?.mediaType.startsWith("image/") ? (
    <Picture image={file.blob} />
  ) : (
    <span class="thumbnail" aria-hidden="true" />
  );
}

function Picture({ image }: { readonly image: Blob }) {
  return <img class="thumbnail" src={useObjectUrl(image)} alt="" />;
}

/** Without its entry in the clip its bytes are not sent either. */
function leaveOut(draft: Draft, index: number, file: DraftFile | undefined): Draft {
  const { attachments = [] } = draft.request.clip;
  const without = correctField(
    draft,
    "attachments",
    attachments.filter((_one, at) => at !== index),
  );
  // One of a mail has no address by which it would be missed in the clip.
  return file?.url === null && !draft.edits.leftOut.includes(file.id) ? turnFile(without, file.id) : without;
}

function bringBack(draft: Draft, files: readonly DraftFile[]): Draft {
  const ofMail = files.filter(({ kind, url }) => kind === "attachment" && url === null).map(({ id }) => id);
  const leftOut = draft.edits.leftOut.filter((id) => !ofMail.includes(id));
  return changeEdits(restoreField(draft, "attachments"), { leftOut });
}

function fileOf(files: readonly DraftFile[], { url, alt }: Attachment): DraftFile | undefined {
  return files.find(
    (file) =>
      file.kind === "attachment" &&
      (url === null ? file.url === null && file.name === alt : file.url === url),
  );
}
