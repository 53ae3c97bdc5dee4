import { sayFrom } from "@otklik/shared/messages/message";
import { en } from "./en";
import { ru } from "./ru";

/** The people of the organisation and what is done with their accounts. */
export const sayPeople = sayFrom({ en, ru });
