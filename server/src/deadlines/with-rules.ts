import type { Caller, Deps } from "../deps";
import { type RuleBook, RulesNotKnown } from "./rule-book";

/**
 * Works by the caller's rules. Where a row names a version that was published after the caller was
 * identified, it works once more by the newest: so `work` must be such that it can be done again.
 */
export async function withRules<Result>(
  deps: Pick<Deps, "ruleBooks">,
  { orgId, rulesRevision }: Pick<Caller, "orgId" | "rulesRevision">,
  work: (book: RuleBook) => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await work(await deps.ruleBooks.of(orgId, rulesRevision));
  } catch (error) {
    if (!(error instanceof RulesNotKnown)) throw error;
    return redo(work, await deps.ruleBooks.newest(orgId));
  }
}

async function redo<Result>(
  work: (book: RuleBook) => Result | Promise<Result>,
  newest: RuleBook,
): Promise<Result> {
  try {
    return await work(newest);
  } catch (error) {
    if (!(error instanceof RulesNotKnown)) throw error;
    throw new Error(`${error.version} dated a complaint and is not kept`, { cause: error });
  }
}

/**
 * Iterates by the caller's rules, and from the beginning by the newest whenever others were published that the
 * iteration needs.
 */
export async function* withNewestRules<Item>(
  deps: Pick<Deps, "ruleBooks">,
  { orgId, rulesRevision }: Pick<Caller, "orgId" | "rulesRevision">,
  iterate: (book: RuleBook) => AsyncIterable<Item>,
): AsyncGenerator<Item> {
  let book = await deps.ruleBooks.of(orgId, rulesRevision);
  for (;;) {
    try {
      yield* iterate(book);
      return;
    } catch (error) {
      const newest = error instanceof RulesNotKnown ? await deps.ruleBooks.newest(orgId) : book;
      if (newest.revision === book.revision) throw error;
      book = newest;
    }
  }
}
