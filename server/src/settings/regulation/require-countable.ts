import { countLimit } from "@otklik/shared/deadline/due";
import type { TimeLimit } from "@otklik/shared/deadline/regulation/regulation";
import type { Caller, Deps } from "../../deps";
import { RegisterError } from "../../errors";

/**
 * Whether every rule finds its end by the calendar in force: one that does not would stop every registration.
 *
 * @throws RegisterError `calendar-cannot-count`
 */
export async function requireCountable(
  deps: Pick<Deps, "ruleBooks" | "now">,
  { orgId, rulesRevision, zone }: Caller,
  timeLimits: readonly TimeLimit[],
): Promise<void> {
  const { calendar } = await deps.ruleBooks.of(orgId, rulesRevision);
  const now = deps.now().toISOString();
  try {
    for (const limit of timeLimits) countLimit(limit, now, { calendar, zone });
  } catch (error) {
    throw error instanceof RangeError ? new RegisterError("calendar-cannot-count", { cause: error }) : error;
  }
}
