import type { Clip } from "@otklik/shared/complaint/clip";

/** Whether the complaint came by mail, read in a webmail or from a file: its fields have a mail's names then. */
export function isMail({ channel }: Pick<Clip, "channel">): boolean {
  return channel === "webmail" || channel === "email";
}
