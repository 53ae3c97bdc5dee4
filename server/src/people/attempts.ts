import type { ProblemCode } from "@otklik/shared/problem-codes";
import { RegisterError } from "../errors";

const REMEMBERED = 50_000;

export interface Attempts {
  /** @throws RegisterError `too-many-requests` when the key has used up its attempts */
  count(key: string): void;
  /**
   * Counts only what is refused with the code `miss`. Until that is known it counts as well, so
   * that many at once get no further than many in turn.
   *
   * @throws RegisterError `too-many-requests` when the key has used up its attempts, and what `work` throws
   */
  countMisses<T>(key: string, miss: ProblemCode, work: () => Promise<T>): Promise<T>;
}

/**
 * Counts attempts by key in windows of time; nothing is locked for ever. Of this process alone:
 * several servers together allow as many times more.
 */
export function createAttempts(limit: number, windowSeconds: number, now: () => Date): Attempts {
  const counts = new Map<string, { n: number; endsAt: number }>();

  function windowOf(key: string): { n: number; endsAt: number } {
    const at = now().getTime();
    const found = counts.get(key);
    if (found !== undefined && found.endsAt > at) return found;
    if (counts.size >= REMEMBERED) counts.clear();
    const begun = { n: 0, endsAt: at + windowSeconds * 1000 };
    counts.set(key, begun);
    return begun;
  }

  function countIn(key: string): { n: number } {
    const window = windowOf(key);
    if (window.n >= limit) {
      const leftMs = window.endsAt - now().getTime();
      throw new RegisterError("too-many-requests", { retryAfterSeconds: Math.ceil(leftMs / 1000) });
    }
    window.n++;
    return window;
  }

  return {
    count(key) {
      countIn(key);
    },
    async countMisses(key, miss, work) {
      const window = countIn(key);
      let isMiss = false;
      try {
        return await work();
      } catch (error) {
        isMiss = error instanceof RegisterError && error.code === miss;
        throw error;
      } finally {
        if (!isMiss) window.n--;
      }
    },
  };
}
