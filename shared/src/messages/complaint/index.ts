import { sayFrom } from "../message";
import { en } from "./en";
import { ru } from "./ru";

/** Names of kinds, channels, statuses, roles and sources. */
export const sayComplaint = sayFrom({ en, ru });
