import { OWN_REGULATION } from "@otklik/shared/deadline/regulation/regulation";
import { localDateOf } from "@otklik/shared/deadline/time/zone";
import type { PublishRegulation, RegulationSettings } from "@otklik/shared/settings/regulation-settings";
import { desc, eq } from "drizzle-orm";
import type { Queryable } from "../../db/client";
import { regulationDrafts, regulations } from "../../db/schema";
import { builtInRegulation } from "../../deadlines/rule-book";
import type { Caller, Deps } from "../../deps";
import { RegisterError } from "../../errors";
import { recordEvent } from "../../journal/record-event";
import { newestCalendar } from "../newest-calendar";
import { nextRulesRevision } from "../next-rules-revision";
import { requireCountable } from "../require-countable";
import { readRegulationSettings } from "./read-regulation-settings";
import { ruleChanges } from "./rule-changes";
import { requireDraft } from "./save-regulation-draft";

/**
 * Publishes the rules by which complaints are dated that are registered from a day on; those that are
 * registered already keep theirs. The draft is gone with it.
 *
 * @throws RegisterError `regulation-in-past`; `regulation-changed` when somebody has published since
 *   `basedOn`; `draft-changed` when somebody has saved since the draft that is published;
 *   `calendar-cannot-count` when a rule's term finds no open hour
 */
export async function publishRegulation(
  deps: Deps,
  caller: Caller,
  input: PublishRegulation,
): Promise<RegulationSettings> {
  const { orgId, personId, zone } = caller;
  const now = deps.now();
  const { timeLimits, effectiveOn, note } = input;
  if (effectiveOn < localDateOf(now.toISOString(), zone)) throw new RegisterError("regulation-in-past");
  const rulesRevision = await deps.tenants.within(orgId, async (tx) => {
    const revision = await nextRulesRevision(tx, orgId);
    const newest = await newestRegulation(tx, orgId);
    const { basedOn } = input;
    if (newest.name !== basedOn.name || newest.version !== basedOn.version) {
      throw new RegisterError("regulation-changed");
    }
    await requireDraft(tx, orgId, input.draft);
    const { content: calendar } = await newestCalendar(tx, orgId);
    requireCountable(timeLimits, calendar, now, zone);
    await tx.delete(regulationDrafts).where(eq(regulationDrafts.orgId, orgId));
    const version = newest.name === OWN_REGULATION ? newest.version + 1 : 1;
    await tx.insert(regulations).values({
      orgId,
      name: OWN_REGULATION,
      version,
      content: { name: OWN_REGULATION, version, timeLimits },
      effectiveOn,
      publishedAt: now,
      publishedBy: personId,
      note,
    });
    await recordEvent(tx, caller, {
      kind: "regulation_published",
      data: {
        name: OWN_REGULATION,
        version,
        effectiveOn,
        basedOn,
        note,
        ...ruleChanges(newest.timeLimits, timeLimits),
      },
    });
    return revision;
  });
  return readRegulationSettings(deps, { ...caller, rulesRevision });
}

async function newestRegulation(tx: Queryable, orgId: string) {
  const [newest] = await tx
    .select({ name: regulations.name, version: regulations.version, content: regulations.content })
    .from(regulations)
    .where(eq(regulations.orgId, orgId))
    .orderBy(desc(regulations.version))
    .limit(1);
  const { name, version, timeLimits } = newest?.content ?? builtInRegulation;
  return { name, version, timeLimits };
}
