import { isLetterKey, isQuestionKey, type KeyPress } from "@otklik/shared/keyboard/key-press";

/** What the desk can be told to do from the keyboard; the keys are those of `KEYS`. */
export const COMMANDS = [
  "next",
  "previous",
  "search",
  "back",
  "copy_link",
  "triage",
  "answer",
  "extend",
  "wait",
  "reopen",
  "merge",
  "receive_again",
  "name_subject",
  "show_dates",
  "view_newest",
  "view_mine",
  "view_overdue",
  "view_awaiting_decision",
  "year_previous",
  "year_next",
  "undo",
  "settings_calendar",
  "settings_hours",
  "settings_files",
  "settings_publishing",
  "settings_regulation",
  "sites",
  "organisations",
  "organisation_make",
  "people",
  "log",
  "account",
  "people_invite",
  "regulation_change",
  "regulation_add",
  "regulation_count",
  "regulation_publish",
  "regulation_export",
  "pair",
  "change_language",
  "change_theme",
  "sign_out",
  "help",
  "palette",
] as const;
export type Command = (typeof COMMANDS)[number];

/** How each command's key is written in the list of keys; a command without one is in the palette alone. */
export const KEYS: Readonly<Partial<Record<Command, string>>> = {
  next: "j",
  previous: "k",
  search: "/",
  back: "Esc",
  copy_link: "c",
  triage: "t",
  answer: "r",
  extend: "e",
  wait: "w",
  reopen: "o",
  merge: "m",
  name_subject: "s",
  show_dates: "d",
  year_previous: "[",
  year_next: "]",
  undo: "Ctrl Z",
  help: "?",
  palette: "Ctrl K",
};

const LETTERS: Readonly<Record<string, Command>> = {
  j: "next",
  k: "previous",
  c: "copy_link",
  t: "triage",
  r: "answer",
  e: "extend",
  w: "wait",
  o: "reopen",
  m: "merge",
  s: "name_subject",
  d: "show_dates",
};

/**
 * The command of a key press. In the Russian layout `/` and `?` are typed as `.` and `,`.
 *
 * @param typing whether the focus is in a field: then only `Esc` and the palette's key are commands
 */
export function commandOf(press: KeyPress, typing: boolean): Command | null {
  const { ctrlKey, metaKey, altKey, shiftKey } = press;
  if (ctrlKey !== metaKey && !altKey && !shiftKey) {
    if (isLetterKey(press, "k")) return "palette";
    // A field takes back what is typed in it by itself.
    if (!typing && isLetterKey(press, "z")) return "undo";
  }
  if (ctrlKey || metaKey || altKey) return null;
  if (press.key === "Escape") return "back";
  if (typing) return null;
  if (isQuestionKey(press)) return "help";
  if (press.key === "/" || (press.code === "Slash" && !shiftKey && press.key === ".")) return "search";
  if (shiftKey) return null;
  // In the Russian layout there are letters on them.
  if (press.key === "[" || press.code === "BracketLeft") return "year_previous";
  if (press.key === "]" || press.code === "BracketRight") return "year_next";
  return Object.entries(LETTERS).find(([letter]) => isLetterKey(press, letter))?.[1] ?? null;
}
