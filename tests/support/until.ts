import { setTimeout as wait } from "node:timers/promises";

/** On a busy machine things are slow, not wrong. */
const PATIENCE_MS = 60_000;
const PAUSE_MS = 50;

/**
 * Asks again and again until the answer is something, and gives it back.
 *
 * @param what waited for, as the failure should say it
 * @param ask undefined, null and false mean not yet; an error too
 * @param patienceMs a minute, where nothing else is said
 * @throws Error with the last answer or error when it was asked so long
 */
export async function until<Value>(
  what: string,
  ask: () => Promise<Value> | Value,
  patienceMs = PATIENCE_MS,
): Promise<Exclude<Value, undefined | null | false>> {
  const patientUntil = Date.now() + patienceMs;
  let last: unknown;
  do {
    try {
      const answer = await ask();
      if (isSomething(answer)) return answer;
      last = answer;
    } catch (error) {
      last = error;
    }
    await wait(PAUSE_MS);
  } while (Date.now() < patientUntil);
  throw new Error(`Waited in vain: ${what} (last: ${String(last)})`, { cause: last });
}

function isSomething<Value>(value: Value): value is Exclude<Value, undefined | null | false> {
  return value !== undefined && value !== null && value !== false;
}
