import { RegisterError } from "../errors";

const REMEMBERED = 50_000;

export interface Attempts {
  /** @throws RegisterError `too-many-requests` when the key has used up its attempts */
  require(key: string): void;
  count(key: string): void;
}

/**
 * Counts attempts by key in windows of time; nothing is locked for ever. Of this process alone:
 * several servers together allow as many times more.
 */
export function createAttempts(limit: number, windowSeconds: number, now: () => Date): Attempts {
  const counts = new Map<string, { n: number; endsAt: number }>();
  return {
    require(key) {
      const found = counts.get(key);
      const left = found === undefined ? 0 : found.endsAt - now().getTime();
      if (found === undefined || left <= 0 || found.n < limit) return;
      throw new RegisterError("too-many-requests", { retryAfterSeconds: Math.ceil(left / 1000) });
    },
    count(key) {
      const at = now().getTime();
      const found = counts.get(key);
      if (found !== undefined && found.endsAt > at) {
        found.n++;
        return;
      }
      if (counts.size >= REMEMBERED) counts.clear();
      counts.set(key, { n: 1, endsAt: at + windowSeconds * 1000 });
    },
  };
}
