import { sayFrom } from "@otklik/shared/messages/message";
import { en } from "./en";
import { ru } from "./ru";

/** The words of the settings: calendar, hours, files, publishing and recount. */
export const saySettings = sayFrom({ en, ru });
