import { sayFrom } from "@otklik/shared/messages/message";
import { en } from "./en";
import { ru } from "./ru";

/** Words of the regulation's page: its versions, its rules, the draft and what the draft would change. */
export const sayRegulation = sayFrom({ en, ru });
