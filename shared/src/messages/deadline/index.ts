import { sayFrom } from "../message";
import { en } from "./en";
import { ru } from "./ru";

/** The words of `due-words`, and those of rules, calendars and of why a day counted. */
export const sayDeadline = sayFrom({ en, ru });
