import { sayFrom } from "@otklik/shared/messages/message";
import { en } from "./en";
import { ru } from "./ru";

/** Who decides on a complaint: whom it is about, and links by which somebody decides without signing in. */
export const sayDecisions = sayFrom({ en, ru });
