import { sayFrom } from "@otklik/shared/messages/message";
import { en } from "./en";
import { ru } from "./ru";

/** Words of the draft: its fields, where they came from, what is missing, what became of it. */
export const sayDraft = sayFrom({ en, ru });
