import { isLetterKey, isQuestionKey, type KeyPress } from "@otklik/shared/keyboard/key-press";

/** What a key asks of the list of complaints. */
export type ListKey = "next" | "previous" | "copy" | "why" | "help" | "close";

/** Reads a key; null when it is not for the list, or what has the focus has used it up already. */
export function listKeyOf(press: KeyPress & { readonly defaultPrevented: boolean }): ListKey | null {
  if (press.defaultPrevented || press.ctrlKey || press.metaKey || press.altKey) return null;
  if (isQuestionKey(press)) return "help";
  if (press.shiftKey) return null;
  if (press.key === "Escape") return "close";
  if (press.key === "ArrowDown" || isLetterKey(press, "j")) return "next";
  if (press.key === "ArrowUp" || isLetterKey(press, "k")) return "previous";
  if (isLetterKey(press, "w")) return "why";
  return isLetterKey(press, "c") ? "copy" : null;
}
