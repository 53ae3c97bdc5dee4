import type { Locale } from "../../people/locale";
import { sayFrom } from "../message";
import { en } from "./en";
import { ru } from "./ru";

const say = sayFrom({ en, ru });

/** A file's size for people, in kilobytes or megabytes of a thousand each; number and unit are never parted. */
export function saySize(locale: Locale, bytes: number): string {
  return bytes >= 1_000_000
    ? say(locale, "megabytes", { size: Math.round(bytes / 100_000) / 10 })
    : say(locale, "kilobytes", { size: Math.max(1, Math.round(bytes / 1_000)) });
}
