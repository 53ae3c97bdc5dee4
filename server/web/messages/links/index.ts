import { sayFrom } from "@otklik/shared/messages/message";
import { en } from "./en";
import { ru } from "./ru";

/** Links by which a person makes or renews a password. */
export const sayLinks = sayFrom({ en, ru });
