import { localDateOf } from "@otklik/shared/deadline/time/zone";
import type {
  PublishedRegulation,
  RegulationDraft,
  RegulationSettings,
} from "@otklik/shared/settings/regulation-settings";
import { and, desc, eq } from "drizzle-orm";
import type { Queryable } from "../../db/client";
import { people, regulationDrafts, regulations } from "../../db/schema";
import { builtInRegulation, type RuleBook } from "../../deadlines/rule-book";
import { withRules } from "../../deadlines/with-rules";
import type { Caller, Deps } from "../../deps";

/** The one that the register came with: nobody has published it, and it was in force from the start. */
const BUILT_IN: PublishedRegulation = {
  regulation: builtInRegulation,
  effectiveOn: null,
  publishedAt: null,
  publishedBy: null,
  note: null,
};

/** The regulation in force, every version that was published, the newest first, and the draft of the next. */
export async function readRegulationSettings(deps: Deps, caller: Caller): Promise<RegulationSettings> {
  const { orgId, zone } = caller;
  const [published, draft] = await deps.tenants.read(orgId, (tx) =>
    Promise.all([selectPublished(tx, orgId), findDraft(tx, orgId)]),
  );
  const today = localDateOf(deps.now().toISOString(), zone);
  return withRules(deps, caller, (book) => {
    const versions = [...published.map((row) => toPublished(row, book)), BUILT_IN];
    const inForce = book.regulationOn(today);
    return {
      current: versions.find(({ regulation }) => regulation === inForce) ?? BUILT_IN,
      versions,
      draft,
    };
  });
}

/** What is being written; null when nothing is. */
export async function findDraft(db: Queryable, orgId: string): Promise<RegulationDraft | null> {
  const [row] = await db
    .select({
      timeLimits: regulationDrafts.timeLimits,
      revision: regulationDrafts.revision,
      savedAt: regulationDrafts.savedAt,
      savedBy: { id: people.id, name: people.name },
    })
    .from(regulationDrafts)
    .innerJoin(people, and(eq(people.orgId, regulationDrafts.orgId), eq(people.id, regulationDrafts.savedBy)))
    .where(eq(regulationDrafts.orgId, orgId));
  return row === undefined ? null : { ...row, savedAt: row.savedAt.toISOString() };
}

function selectPublished(db: Queryable, orgId: string) {
  return db
    .select({
      name: regulations.name,
      version: regulations.version,
      effectiveOn: regulations.effectiveOn,
      publishedAt: regulations.publishedAt,
      publishedBy: { id: people.id, name: people.name },
      note: regulations.note,
    })
    .from(regulations)
    .innerJoin(people, and(eq(people.orgId, regulations.orgId), eq(people.id, regulations.publishedBy)))
    .where(eq(regulations.orgId, orgId))
    .orderBy(desc(regulations.version));
}

type PublishedRow = Awaited<ReturnType<typeof selectPublished>>[number];

function toPublished({ name, version, ...row }: PublishedRow, book: RuleBook): PublishedRegulation {
  return {
    ...row,
    regulation: book.regulation(name, version),
    publishedAt: row.publishedAt.toISOString(),
  };
}
