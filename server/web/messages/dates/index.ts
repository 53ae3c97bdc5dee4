import { sayFrom } from "@otklik/shared/messages/message";
import { en } from "./en";
import { ru } from "./ru";

/** The due dates of a complaint at the desk: their state, why they are what they are, and what moves them. */
export const sayDates = sayFrom({ en, ru });
