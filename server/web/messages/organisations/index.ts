import { sayFrom } from "@otklik/shared/messages/message";
import { en } from "./en";
import { ru } from "./ru";

/** What whoever looks after the installation sees: its organisations. */
export const sayOrganisations = sayFrom({ en, ru });
