import { sayFrom } from "@otklik/shared/messages/message";
import { en } from "./en";
import { ru } from "./ru";

/** Words for picking posts, for several of them in one draft, and for how sure each field is. */
export const sayPost = sayFrom({ en, ru });
