import { sayFrom } from "../message";
import { en } from "./en";
import { ru } from "./ru";

/** What people are written about a decision that waits for them. */
export const sayTaskMail = sayFrom({ en, ru });
