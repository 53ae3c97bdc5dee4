import { useEffect, useRef, useState } from "preact/hooks";
import { storedReceipts } from "../outbox/receipts";
import { useLocalItem } from "../settings/use-local-item";
import type { Draft } from "../storage/database";
import { askRegisteredBefore, type Lookup } from "./ask-registered-before";
import { questionOf } from "./draft-question";

interface Asked {
  readonly at: number;
  readonly lookup: Promise<Lookup>;
}

/** Draft, question and newest receipt, so that a draft that is looked at again is not asked about again. */
const asked = new Map<string, Asked>();
const KEPT = 50;

/** Before a number is given an answer is not older than this. */
const FRESH_MS = 30_000;
/** And nobody who sends is kept waiting for one longer than this: without a network it goes all the same. */
const PATIENCE_MS = 1_500;

export interface RegisteredLookup {
  /** What the register has of the draft's posts; null until it is known. */
  readonly lookup: Lookup | null;
  /**
   * Looks once more, just before a number is given. Never fails.
   *
   * @returns false when the same post is in the register under a number that was not on the screen yet
   */
  isAllTold(): Promise<boolean>;
}

/**
 * What the register has of a draft's posts. One request for a draft, none while typing; another once this browser
 * has been given a number, which may be of the same post.
 */
export function useRegisteredBefore(draft: Draft): RegisteredLookup {
  const newest = useLocalItem(storedReceipts)?.[0]?.id;
  const question = questionOf(draft);
  const name = question === null ? null : JSON.stringify([draft.id, question]);
  const [found, setFound] = useState<{ readonly name: string; readonly lookup: Lookup } | null>(null);
  const isGone = useRef(false);
  const lookup = found !== null && found.name === name ? found.lookup : null;

  const look = async (olderThanMs: number): Promise<Lookup | null> => {
    if (question === null || name === null) return null;
    const key = `${(await storedReceipts.read())?.[0]?.id} ${name}`;
    const before = asked.get(key);
    const asking =
      before !== undefined && Date.now() - before.at <= olderThanMs
        ? before
        : { at: Date.now(), lookup: askRegisteredBefore(question) };
    asked.delete(key);
    asked.set(key, asking);
    for (const old of [...asked.keys()].slice(0, -KEPT)) asked.delete(old);
    const answer = await asking.lookup.catch((): Lookup => ({ kind: "not-asked" }));
    // Asked again when it is next looked at: the network may be back.
    if (answer.kind !== "answer" && asked.get(key) === asking) asked.delete(key);
    if (!isGone.current) setFound({ name, lookup: answer });
    return answer;
  };

  useEffect(() => {
    void look(Number.POSITIVE_INFINITY);
  }, [name, newest]);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);

  return {
    lookup,
    async isAllTold() {
      const told = new Set(sameIn(lookup));
      const now = await atMost(PATIENCE_MS, look(FRESH_MS));
      return sameIn(now).every((id) => told.has(id));
    },
  };
}

function sameIn(lookup: Lookup | null): string[] {
  return lookup?.kind === "answer" ? lookup.answer.same.map(({ id }) => id) : [];
}

/** What comes in time; null otherwise. */
async function atMost<Result>(ms: number, coming: Promise<Result>): Promise<Result | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, ms, null);
  });
  try {
    return await Promise.race([coming, late]);
  } finally {
    clearTimeout(timer);
  }
}
