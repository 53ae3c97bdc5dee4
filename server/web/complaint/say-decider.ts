import type { Locale } from "@otklik/shared/people/locale";
import { sayDecisions } from "../messages/decisions/index";
import type { ToldEvent } from "./dated-event";

const KINDS = [
  "subject_named",
  "subject_removed",
  "task_link_issued",
  "task_link_used",
  "task_link_revoked",
] as const;
type DeciderKind = (typeof KINDS)[number];

/** Whether an event tells who may not, or may, decide. */
export function isOfDecider(kind: ToldEvent["kind"]): kind is DeciderKind {
  return KINDS.some((each) => each === kind);
}

/** Such an event in words, by the name that the person had then. */
export function sayDecider(locale: Locale, kind: DeciderKind, data: ToldEvent["data"]): string {
  const person: unknown = data.person;
  const named = typeof person === "object" && person !== null && "name" in person ? person.name : "";
  return sayDecisions(locale, `event.${kind}`, { name: String(named) });
}
