import type { Locale } from "@otklik/shared/people/locale";
import type { PickerWords } from "../../picker/pick-order";
import { en } from "./en";
import { ru } from "./ru";

/** The words of the picker, whole: it fills in the numbers itself, in a script that carries no catalogue. */
export function pickerWords(locale: Locale): PickerWords {
  return locale === "ru" ? ru : en;
}
