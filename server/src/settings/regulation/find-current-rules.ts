import { createHash } from "node:crypto";
import { localDateOf } from "@otklik/shared/deadline/time/zone";
import type { CurrentRules } from "@otklik/shared/settings/regulation-settings";
import { withRules } from "../../deadlines/with-rules";
import type { Caller, Deps } from "../../deps";

/** By what a complaint registered now is dated. */
export async function findCurrentRules(
  deps: Pick<Deps, "ruleBooks" | "now">,
  caller: Caller,
): Promise<CurrentRules> {
  const { zone } = caller;
  const today = localDateOf(deps.now().toISOString(), zone);
  return withRules(deps, caller, (book) => ({
    regulation: book.regulationOn(today),
    calendar: book.calendar,
    zone,
  }));
}

/** ETag of rules: a version names its content, so that nothing else need be read to know it. */
export function rulesTag({ regulation, calendar, zone }: CurrentRules): string {
  const named = [regulation.name, regulation.version, calendar.version, zone].join("\n");
  return `"${createHash("sha256").update(named).digest("base64url").slice(0, 22)}"`;
}
