import { sayFrom } from "@otklik/shared/messages/message";
import type { Locale } from "@otklik/shared/people/locale";
import type { PickerWords } from "../../picker/pick-order";
import { en } from "./en";
import { ru } from "./ru";

const sayPicker = sayFrom({ en, ru });

/** Left in place: the picker fills in its numbers itself, in a script that carries no catalogue. */
const BLANKS = { marked: "{marked}", most: "{most}" };

/** The words of the picker, whole. */
export function pickerWords(locale: Locale): PickerWords {
  return {
    hint: sayPicker(locale, "hint"),
    marked: sayPicker(locale, "marked", { marked: BLANKS.marked }),
    noAuthor: sayPicker(locale, "noAuthor"),
    noWords: sayPicker(locale, "noWords"),
    gone: sayPicker(locale, "gone"),
    full: sayPicker(locale, "full", { most: BLANKS.most }),
  };
}
