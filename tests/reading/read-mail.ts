import type { CapturedPost, CaptureNote } from "@otklik/extension/clip/captured-page";
import { MailFileRefused, readMailFile } from "@otklik/extension/clip/read-mail-file";
import { JSDOM } from "jsdom";
import { ReadingRefusal } from "./reading-refusal";

/**
 * Reads a mail file as the extension does when it is dropped on it.
 *
 * @throws ReadingRefusal when it is no mail
 */
export async function readMail(
  bytes: Uint8Array,
): Promise<{ post: CapturedPost; notes: readonly CaptureNote[] }> {
  const moment = { now: new Date(), zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
  try {
    return await readMailFile(new Uint8Array(bytes).buffer, moment, new JSDOM("").window);
  } catch (error) {
    if (!(error instanceof MailFileRefused)) throw error;
    throw new ReadingRefusal(`The file is no mail that can be read: ${error.reason}.`, { cause: error });
  }
}
