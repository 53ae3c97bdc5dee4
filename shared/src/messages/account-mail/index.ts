import { sayFrom } from "../message";
import { en } from "./en";
import { ru } from "./ru";

/** What people are written about their own access. */
export const sayAccountMail = sayFrom({ en, ru });
