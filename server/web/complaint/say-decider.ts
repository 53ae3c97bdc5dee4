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
  const name = nameIn(data.person);
  // Of links that were used before it was written down, it is not known.
  if (kind === "task_link_used" && data.issuedBy !== undefined) {
    return sayDecisions(locale, "event.task_link_used.by", { name, issuer: nameIn(data.issuedBy) });
  }
  return sayDecisions(locale, `event.${kind}`, { name });
}

function nameIn(person: unknown): string {
  return typeof person === "object" && person !== null && "name" in person ? String(person.name) : "";
}
