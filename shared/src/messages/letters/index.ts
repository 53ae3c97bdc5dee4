import { sayFrom } from "../message";
import { en } from "./en";
import { ru } from "./ru";

/** What complainants are written. */
export const sayLetter = sayFrom({ en, ru });
