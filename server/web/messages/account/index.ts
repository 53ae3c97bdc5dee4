import { sayFrom } from "@otklik/shared/messages/message";
import { en } from "./en";
import { ru } from "./ru";

/** A person's own profile: name, password, sessions, devices and what was noted of sign-ins. */
export const sayAccount = sayFrom({ en, ru });
