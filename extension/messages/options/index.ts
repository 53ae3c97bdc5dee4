import { sayFrom } from "@otklik/shared/messages/message";
import { en } from "./en";
import { ru } from "./ru";

/** The words of the options page, which no other page should carry. */
export const sayOptions = sayFrom({ en, ru });
