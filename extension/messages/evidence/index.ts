import { sayFrom } from "@otklik/shared/messages/message";
import { en } from "./en";
import { ru } from "./ru";

/** Words of the evidence on a draft: pictures, snapshot, what is hidden on them, what a proof lacks. */
export const sayEvidence = sayFrom({ en, ru });
