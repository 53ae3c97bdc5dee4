/** What the picker says, in the agent's language; the script in the page carries no catalogue. `{marked}` and `{most}` are filled in. */
export interface PickerWords {
  readonly hint: string;
  readonly marked: string;
  readonly noAuthor: string;
  readonly noWords: string;
  readonly gone: string;
  readonly full: string;
}

/** What the picker is told. */
export interface PickOrder {
  readonly locale: string;
  readonly words: PickerWords;
  /** Posts that may be taken, 1 or more. */
  readonly most: number;
}

/** What keys do on the page, and buttons in the panel. */
export const PICK_ACTIONS = ["previous", "next", "mark", "take", "leave"] as const;
export type PickAction = (typeof PICK_ACTIONS)[number];

export interface OpenPicker {
  act(action: PickAction): void;
  /** Takes the picker off the page and tells nobody. */
  remove(): void;
}

/** On the isolated world's global, which the page cannot see. */
declare global {
  var otklikPickOrder: PickOrder | undefined;
  var otklikPicker: OpenPicker | undefined;
}
