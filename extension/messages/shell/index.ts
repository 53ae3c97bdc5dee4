import { sayFrom } from "@otklik/shared/messages/message";
import { en } from "./en";
import { ru } from "./ru";

/** Toolbar, popup, outbox, pairing and options. */
export const sayShell = sayFrom({ en, ru });
