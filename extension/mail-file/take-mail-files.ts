import { MailFileRefused, type MailRefusal } from "../clip/read-mail-file";
import { draftFromMail } from "./draft-from-mail";

/** A file of which no draft was made, and why. */
export interface RefusedFile {
  readonly name: string;
  /** `failed` is the browser's own trouble. */
  readonly reason: MailRefusal | "failed";
}

/**
 * Makes a draft of each file; one that cannot be read holds up none of the others. The first becomes the newest.
 *
 * @returns the drafts' ids, the newest first
 */
export async function takeMailFiles(
  files: readonly File[],
): Promise<{ readonly drafts: readonly string[]; readonly refused: readonly RefusedFile[] }> {
  const drafts: string[] = [];
  const refused: RefusedFile[] = [];
  let takenAt = 0;
  for (const file of files.toReversed()) {
    // Drafts are listed by when they were made.
    takenAt = Math.max(Date.now(), takenAt + 1);
    try {
      drafts.unshift((await draftFromMail(file, new Date(takenAt))).id);
    } catch (error) {
      refused.unshift({
        name: file.name,
        reason: error instanceof MailFileRefused ? error.reason : "failed",
      });
    }
  }
  return { drafts, refused };
}
