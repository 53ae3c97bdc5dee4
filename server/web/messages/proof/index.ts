import { sayFrom } from "@otklik/shared/messages/message";
import { en } from "./en";
import { ru } from "./ru";

/** What is proved of a clip and what is not: the desk and the page that checks without it say the same. */
export const sayProof = sayFrom({ en, ru });
