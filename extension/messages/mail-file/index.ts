import { sayFrom } from "@otklik/shared/messages/message";
import { en } from "./en";
import { ru } from "./ru";

/** Words of mails: taking a mail file, what came of it, what a mail is known by. */
export const sayMailFile = sayFrom({ en, ru });
