import type { TimeLimit } from "@otklik/shared/deadline/regulation/regulation";
import type { CountProgress } from "@otklik/shared/settings/due-changes";
import { countOpenByRules } from "../../deadlines/count-open-by-rules";
import type { Caller, Deps } from "../../deps";
import { requireCountable } from "../require-countable";

/**
 * Which due dates these rules would give the open complaints that they do not have. Nothing is changed.
 *
 * @throws RegisterError `calendar-cannot-count` when a rule's term finds no open hour
 */
export async function* previewRegulation(
  deps: Deps,
  caller: Caller,
  timeLimits: readonly TimeLimit[],
): AsyncGenerator<CountProgress> {
  const { orgId, rulesRevision, zone } = caller;
  const { calendar } = await deps.ruleBooks.of(orgId, rulesRevision);
  requireCountable(timeLimits, calendar, deps.now(), zone);
  yield* countOpenByRules(deps, caller, timeLimits);
}
