import type { Locale } from "../../people/locale";
import { sayFrom } from "../message";
import { en } from "./en";
import { ru } from "./ru";

/** The topics that a new organisation begins with, in the order of its list. */
export const DEFAULT_TOPICS = [
  "delivery",
  "payment",
  "quality",
  "staff",
  "technical",
  "information",
  "other",
] as const;
export type DefaultTopic = (typeof DEFAULT_TOPICS)[number];

const say = sayFrom({ en, ru });

/** The name with which a new organisation's topic begins; from then on it is the organisation's own. */
export function sayTopic(locale: Locale, topic: DefaultTopic): string {
  return say(locale, `topic.${topic}`);
}
