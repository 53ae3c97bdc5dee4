import { sayFrom } from "@otklik/shared/messages/message";
import { en } from "./en";
import { ru } from "./ru";

/** The commands, the list in which they are looked for, and their keys. */
export const sayKeyboard = sayFrom({ en, ru });
