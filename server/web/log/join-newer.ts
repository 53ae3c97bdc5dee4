import type { ReadLog } from "./use-log";

/**
 * The lines read so far with those that have come since.
 *
 * @param fresh the newest lines; where they do not reach down to those read so far they stand alone, since a log with
 *   a gap would look whole
 */
export function joinNewer(known: ReadLog, fresh: ReadLog): ReadLog {
  const newest = known.entries[0];
  const reached = fresh.entries.findIndex(({ id }) => id === newest?.id);
  if (reached === -1) return fresh;
  return { entries: [...fresh.entries.slice(0, reached), ...known.entries], more: known.more };
}
