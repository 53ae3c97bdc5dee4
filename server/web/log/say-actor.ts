import type { Locale } from "@otklik/shared/people/locale";
import type { LogEntry } from "@otklik/shared/people/people";
import { sayLog } from "../messages/log/index";

/** What nobody does but a person, or a command on the server's own machine. */
const BY_COMMAND = ["second_factor_disabled", "passkeys_removed"];

/** Who did what a line tells: a person, also by a device; the server's own machine; else the register by itself. */
export function sayActor(locale: Locale, { kind, actor, device }: LogEntry): string {
  // Lines from before name the new administrator, who did nothing.
  if (kind === "admin_created" || (actor === null && BY_COMMAND.includes(kind)))
    return sayLog(locale, "machine");
  if (actor === null) return sayLog(locale, "nobody");
  return device === null ? actor.name : sayLog(locale, "byDevice", { name: actor.name, device });
}
