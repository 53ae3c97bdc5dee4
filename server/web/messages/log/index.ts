import { sayFrom } from "@otklik/shared/messages/message";
import { en } from "./en";
import { ru } from "./ru";

/** The organisation's log, each kind of line in words. */
export const sayLog = sayFrom({ en, ru });
