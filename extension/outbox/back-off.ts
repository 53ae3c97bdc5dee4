/** How the wait grows: doubled after each failure, up to the longest. */
export interface Pace {
  readonly firstMs: number;
  readonly longestMs: number;
}

/** Between attempts at a server that does not answer or is busy. */
export const SERVER_PACE: Pace = { firstMs: 2_000, longestMs: 5 * 60_000 };

/**
 * Between attempts at one clip on which the server itself failed. Always longer than the
 * server's own pace, so that the clips behind it get their turn first.
 */
export const ITEM_PACE: Pace = { firstMs: 60_000, longestMs: 20 * 60_000 };

/**
 * How long to wait after the `attempts`-th failure in a row.
 *
 * @param attempts 1 or more
 * @param random 0 ≤ random < 1: spreads the clients that one outage has set in step
 * @returns milliseconds, from a half to the whole of the doubled wait
 */
export function backOffMs(attempts: number, random: number, pace: Pace): number {
  const whole = Math.min(pace.longestMs, pace.firstMs * 2 ** Math.min(attempts - 1, 30));
  return Math.round(whole / 2 + (random * whole) / 2);
}
