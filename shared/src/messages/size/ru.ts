import type { Translation } from "../message";
import type { en } from "./en";

export const ru: Translation<typeof en> = {
  kilobytes: "{size}\u00a0КБ",
  megabytes: "{size}\u00a0МБ",
};
