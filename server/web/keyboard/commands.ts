/** What the desk can be told to do from the keyboard; the keys are those of `KEYS`. */
export const COMMANDS = [
  "next",
  "previous",
  "search",
  "back",
  "copy_link",
  "triage",
  "answer",
  "view_newest",
  "view_mine",
  "view_overdue",
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
  help: "?",
  palette: "Ctrl K",
};

const LETTERS: Readonly<Record<string, Command>> = {
  KeyJ: "next",
  KeyK: "previous",
  KeyC: "copy_link",
  KeyT: "triage",
  KeyR: "answer",
};

/** The part of a keyboard event that a command is read from. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * The command of a key press. Letters are read by their place on the keyboard when the layout
 * gives no Latin ones, so that they work in Russian too; there `/` and `?` are typed as `.` and `,`.
 *
 * @param typing whether the focus is in a field: then only `Esc` and the palette's key are commands
 */
export function commandOf(press: KeyPress, typing: boolean): Command | null {
  if (press.ctrlKey !== press.metaKey && !press.altKey && !press.shiftKey && isLetter(press, "k", "KeyK")) {
    return "palette";
  }
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  if (press.key === "Escape") return "back";
  if (typing) return null;
  if (press.key === "?" || (press.code === "Slash" && press.shiftKey && press.key === ",")) return "help";
  if (press.key === "/" || (press.code === "Slash" && !press.shiftKey && press.key === ".")) return "search";
  if (press.shiftKey) return null;
  for (const [code, command] of Object.entries(LETTERS)) {
    if (isLetter(press, code.slice(-1).toLowerCase(), code)) return command;
  }
  return null;
}

function isLetter(press: KeyPress, letter: string, code: string): boolean {
  return press.key.toLowerCase() === letter || (press.code === code && !/^[a-z]$/i.test(press.key));
}
