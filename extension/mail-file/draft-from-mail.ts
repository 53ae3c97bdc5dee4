import type { Clip } from "@otklik/shared/complaint/clip";
import { LIMITS } from "@otklik/shared/complaint/limits";
import { thisMoment } from "../clip/page";
import { type MailFile, type MailPart, readMailFile } from "../clip/read-mail-file";
import { putDraft } from "../draft/draft-store";
import { sha256Of } from "../draft/mask-picture";
import { newDraft } from "../draft/new-draft";
import { postRecord } from "../draft/post-record";
import { withoutMetadata } from "../proof/metadata/without-metadata";
import type { Draft, DraftFile } from "../storage/database";
import { pictureType } from "./picture-type";

/**
 * Makes a draft of a mail file. The file itself, byte for byte, is its first evidence; pictures that hang on it are
 * further ones.
 *
 * @throws MailFileRefused, and what the database throws
 */
export async function draftFromMail(file: File, takenAt: Date): Promise<Draft> {
  const bytes = await file.slice(0, LIMITS.evidenceBytes + 1).arrayBuffer();
  const mail = await readMailFile(bytes, thisMoment());
  const pictures = (await Promise.all(mail.parts.map(pictureOf))).filter((picture) => picture !== null);
  const draft = newDraft(
    clipOf(mail, new Map(pictures.map(({ index, sha256 }) => [index, sha256])), takenAt),
  );
  draft.notes = [...mail.notes];
  const files: Omit<DraftFile, "draftId">[] = [
    {
      id: "mail",
      kind: "mail",
      mediaType: "message/rfc822",
      blob: new Blob([bytes], { type: "message/rfc822" }),
      name: file.name,
      url: null,
    },
    ...pictures.map((picture) => picture.file),
  ];
  await putDraft(
    draft,
    files.map((one) => ({ ...one, draftId: draft.id })),
  );
  return draft;
}

function clipOf({ post }: MailFile, hashes: ReadonlyMap<number, string>, takenAt: Date): Clip {
  const record = postRecord(post);
  return {
    ...record,
    attachments: record.attachments?.map((found, index) => ({
      ...found,
      sha256: hashes.get(index) ?? null,
    })),
    page: { title: post.subject ?? "", url: null },
    channel: "email",
    capturedAt: takenAt.toISOString(),
    adapter: "mail-file",
    evidence: [],
  };
}

interface Picture {
  readonly index: number;
  readonly sha256: string;
  readonly file: Omit<DraftFile, "draftId">;
}

/**
 * Without where and when it was taken. Null for what is no picture that the register takes: it stays in the mail
 * itself.
 */
async function pictureOf({ index, name, bytes }: MailPart): Promise<Picture | null> {
  const mediaType = pictureType(bytes);
  if (mediaType === null || bytes.length > LIMITS.evidenceBytes) return null;
  const blob = await withoutMetadata(new Blob([bytes], { type: mediaType }));
  if (blob === null) return null;
  const file = {
    id: `attachment-${index + 1}`,
    kind: "attachment",
    mediaType,
    blob,
    name,
    url: null,
  } as const;
  return { index, sha256: await sha256Of(blob), file };
}
