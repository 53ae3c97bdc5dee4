import { sayFrom } from "@otklik/shared/messages/message";
import { en } from "./en";
import { ru } from "./ru";

/** The second factor and passkeys of one's own account. */
export const saySecurity = sayFrom({ en, ru });
