import { sayFrom } from "@otklik/shared/messages/message";
import { en } from "./en";
import { ru } from "./ru";

/** Toolbar, popup, outbox and the panel. */
export const sayShell = sayFrom({ en, ru });
