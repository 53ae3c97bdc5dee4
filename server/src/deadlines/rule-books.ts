import { workCalendarSchema } from "@otklik/shared/deadline/calendar/calendar-schema";
import { regulationSchema } from "@otklik/shared/deadline/regulation/regulation-schema";
import { asc, eq } from "drizzle-orm";
import type { z } from "zod";
import { calendars, organisations, regulations } from "../db/schema";
import type { Tenants } from "../db/tenants";
import { type PublishedCalendar, type PublishedRegulation, type RuleBook, toRuleBook } from "./rule-book";

/** Gives every organisation its rules. */
export interface RuleBooks {
  /**
   * The book of this revision, or of a later one that has been published since the caller read it.
   *
   * @param revision `rules_revision` of the organisation, as every caller carries it
   */
  of(orgId: string, revision: number): Promise<RuleBook>;
  /** The book as it is now in the database. */
  newest(orgId: string): Promise<RuleBook>;
}

/** A book is some dozens of kilobytes; of those organisations that were away for long it is read again. */
const KEPT_BOOKS = 200;

/**
 * Keeps each organisation's book as long as its revision holds, so that rules cost a query only after they
 * were changed. However many ask for a new one at once, it is read once.
 */
export function createRuleBooks(tenants: Tenants, kept = KEPT_BOOKS): RuleBooks {
  /** The least recently used first. */
  const books = new Map<string, RuleBook>();
  const loads = new Map<string, Promise<RuleBook>>();

  function keep(orgId: string, book: RuleBook): RuleBook {
    books.delete(orgId);
    books.set(orgId, book);
    for (const oldest of books.keys()) {
      if (books.size <= kept) break;
      books.delete(oldest);
    }
    return book;
  }

  function load(orgId: string): Promise<RuleBook> {
    const running = loads.get(orgId);
    if (running !== undefined) return running;
    const begun = readBook(tenants, orgId)
      .then((book) => keep(orgId, book))
      .finally(() => loads.delete(orgId));
    loads.set(orgId, begun);
    return begun;
  }

  return {
    async of(orgId, revision) {
      const known = books.get(orgId);
      if (known?.revision === revision) return keep(orgId, known);
      const book = await load(orgId);
      // It had begun before this revision was published; the next one begins after.
      return book.revision < revision ? load(orgId) : book;
    },
    async newest(orgId) {
      // One that runs may have begun before what is looked for was published.
      await loads.get(orgId);
      return load(orgId);
    },
  };
}

/** Revision and content are of one snapshot of the database. */
async function readBook(tenants: Tenants, orgId: string): Promise<RuleBook> {
  return tenants.within(
    orgId,
    async (tx) => {
      const [organisation] = await tx
        .select({ revision: organisations.rulesRevision })
        .from(organisations)
        .where(eq(organisations.id, orgId));
      if (organisation === undefined) throw new Error(`No organisation ${orgId}`);
      const ownCalendars = await tx
        .select({ version: calendars.version, content: calendars.content })
        .from(calendars)
        .where(eq(calendars.orgId, orgId))
        .orderBy(asc(calendars.position));
      const ownRegulations = await tx
        .select({
          name: regulations.name,
          version: regulations.version,
          effectiveOn: regulations.effectiveOn,
          content: regulations.content,
        })
        .from(regulations)
        .where(eq(regulations.orgId, orgId));
      return toRuleBook(
        organisation.revision,
        ownCalendars.map(
          ({ version, content }): PublishedCalendar => ({
            version,
            content: readOnce(workCalendarSchema, content, `calendar ${version} of ${orgId}`),
          }),
        ),
        ownRegulations.map(
          ({ content, ...named }): PublishedRegulation => ({
            ...named,
            content: readOnce(
              regulationSchema,
              content,
              `regulation ${named.name} ${named.version} of ${orgId}`,
            ),
          }),
        ),
      );
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

/**
 * What is stored is checked when it is first needed: an old version that nobody asks for costs nothing,
 * and one that cannot be read any more stops only what hangs on it. It stays one object, as memos need.
 */
function readOnce<Content>(schema: z.ZodType<Content>, stored: unknown, what: string): () => Content {
  let content: Content | undefined;
  return () => {
    if (content !== undefined) return content;
    const parsed = schema.safeParse(stored);
    if (!parsed.success) throw new Error(`The stored ${what} cannot be read`, { cause: parsed.error });
    content = parsed.data;
    return content;
  };
}
