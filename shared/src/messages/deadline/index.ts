import { sayFrom } from "../message";
import { en } from "./en";
import { ru } from "./ru";

/** Clocks, due dates, the badge as a sentence, and why a day counted. */
export const sayDeadline = sayFrom({ en, ru });
