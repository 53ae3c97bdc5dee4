import type { Attachment } from "@otklik/shared/complaint/clip";
import { useEffect, useMemo, useState } from "preact/hooks";
import { sayPost } from "../messages/post";
import type { Draft, DraftFile } from "../storage/database";
import { listDraftFiles } from "../storage/draft-files";
import { correctField } from "./draft-changes";
import { watchDrafts } from "./drafts-changed";
import { Field } from "./Field";
import { marksOf } from "./field-marks";
import type { FieldProps } from "./field-props";

/** Pictures, videos and files of the post: what each shows, a small picture where its bytes are kept, and the way to leave it out. */
export function AttachmentsField(props: FieldProps) {
  const { locale, draft, change } = props;
  const { attachments = [] } = draft.request.clip;
  const files = useFilesOf(draft.id);
  const marks = marksOf(props, "attachments");
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
  const blob = file?.mediaType.startsWith("image/") ? file.blob : null;
  const address = useMemo(() => (blob === null ? null : URL.createObjectURL(blob)), [blob]);
  useEffect(() => () => void (address !== null && URL.revokeObjectURL(address)), [address]);
  return address === null ? (
    <span class="thumbnail" aria-hidden="true" />
  ) : (
    <img class="thumbnail" src={address} alt="" />
  );
}

/** Without its entry in the clip its bytes are not sent either. */
function leaveOut(draft: Draft, index: number, file: DraftFile | undefined): Draft {
  const { attachments = [] } = draft.request.clip;
  const without = correctField(
    draft,
    "attachments",
    attachments.filter((_one, at) => at !== index),
  );
  const leftOut = file === undefined ? draft.edits.leftOut : [...draft.edits.leftOut, file.id];
  return { ...without, edits: { ...draft.edits, leftOut } };
}

function fileOf(files: readonly DraftFile[], { url, alt }: Attachment): DraftFile | undefined {
  return files.find(
    (file) =>
      file.kind === "attachment" &&
      (url === null ? file.url === null && file.name === alt : file.url === url),
  );
}

/** The evidence of a draft, read anew when the background has added some. */
function useFilesOf(draftId: string): readonly DraftFile[] {
  const [files, setFiles] = useState<readonly DraftFile[]>([]);
  useEffect(() => {
    const reload = () => void listDraftFiles(draftId).then(setFiles, () => undefined);
    reload();
    return watchDrafts(reload);
  }, [draftId]);
  return files;
}
