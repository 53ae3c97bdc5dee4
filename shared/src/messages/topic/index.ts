import { sayFrom } from "../message";
import { en } from "./en";
import { ru } from "./ru";

/** The topics that a new organisation begins with, in the order of its list. */
export const DEFAULT_TOPICS = Object.keys(en) as (keyof typeof en)[];

/** Names of the topics that a new organisation begins with; from then on they are its own. */
export const sayTopic = sayFrom({ en, ru });
