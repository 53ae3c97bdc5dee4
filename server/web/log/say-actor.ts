import type { Locale } from "@otklik/shared/people/locale";
import type { LogEntry } from "@otklik/shared/people/people";
import { sayLog } from "../messages/log/index";

/** Who did what a line tells: a person, also by a device; the server's own machine; else the register by itself. */
export function sayActor(locale: Locale, { kind, actor, device }: LogEntry): string {
  // Lines from before name the new administrator, who did nothing.
  if (kind === "admin_created" || (kind === "second_factor_disabled" && actor === null))
    return sayLog(locale, "machine");
  if (actor === null) return sayLog(locale, "nobody");
  return device === null ? actor.name : sayLog(locale, "byDevice", { name: actor.name, device });
}
