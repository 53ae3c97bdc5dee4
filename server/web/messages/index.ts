import { sayFrom } from "@otklik/shared/messages/message";
import { en } from "./en";
import { ru } from "./ru";

/** The words of the desk itself. */
export const sayDesk = sayFrom({ en, ru });

/** A message of the desk that needs no parameters, chosen at run time. */
export type DeskKey = keyof typeof en;
