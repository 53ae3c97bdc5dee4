import { sayFrom } from "../message";
import { en } from "./en";
import { ru } from "./ru";

/** Clocks, terms, dates and what is left of them: all that a small page needs to say what is due. */
export const sayDueWord = sayFrom({ en, ru });
