import { LIMITS } from "@otklik/shared/complaint/limits";

/** Why the text of a file is not sent to be read: null when it is. Its letters are counted as the server counts them. */
export function textFault(text: string): "empty" | "too-long" | null {
  if (text.trim() === "") return "empty";
  // By code points.
  return [...text].length > LIMITS.calendarFileLength ? "too-long" : null;
}
