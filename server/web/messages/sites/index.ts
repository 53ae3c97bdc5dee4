import { sayFrom } from "@otklik/shared/messages/message";
import { en } from "./en";
import { ru } from "./ru";

/** How well each site is read, and what is put right of it. */
export const saySites = sayFrom({ en, ru });
