import { sayFrom } from "@otklik/shared/messages/message";
import { en } from "./en";
import { ru } from "./ru";

/** The pages beside the register and what leads to them. */
export const sayPlaces = sayFrom({ en, ru });
