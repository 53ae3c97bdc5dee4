import { sayFrom } from "@otklik/shared/messages/message";
import { en } from "./en";
import { ru } from "./ru";

/** What the register has of a post already. */
export const sayBefore = sayFrom({ en, ru });
