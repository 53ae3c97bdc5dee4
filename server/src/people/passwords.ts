import * as argon2id from "@node-rs/argon2";
import { RegisterError } from "../errors";
import { newSecret } from "./secrets";

/** OWASP's second choice for argon2id, which is this library's default algorithm: 19 MiB, two passes. */
const COST = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const;
const AT_ONCE = 4;
const WAITING_AT_MOST = 64;
const RETRY_AFTER_SECONDS = 2;

export interface Passwords {
  /** A PHC string: algorithm, cost, salt and hash. */
  hash(password: string): Promise<string>;
  /** Whether it is the right one. Without a hash it takes the same time and is false. */
  matches(passwordHash: string | null, password: string): Promise<boolean>;
}

/**
 * Hashing that cannot take the whole machine: four at once, the others wait their turn.
 * One object for a process.
 *
 * @param argon2 what hashes, outside of the event loop
 * @throws RegisterError `too-many-requests` when too many wait
 */
export function createPasswords(argon2: Pick<typeof argon2id, "hash" | "verify"> = argon2id): Passwords {
  const inTurn = createTurns();
  let nobodys: Promise<string> | undefined;
  return {
    hash: (password) => inTurn(() => argon2.hash(password, COST)),
    async matches(passwordHash, password) {
      if (passwordHash !== null) return inTurn(() => argon2.verify(passwordHash, password));
      nobodys ??= argon2.hash(newSecret(), COST);
      const dummy = await nobodys;
      await inTurn(() => argon2.verify(dummy, password));
      return false;
    },
  };
}

function createTurns() {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= AT_ONCE) {
      if (waiting.length >= WAITING_AT_MOST) {
        throw new RegisterError("too-many-requests", { retryAfterSeconds: RETRY_AFTER_SECONDS });
      }
      // Whoever finishes hands its place over, so `running` stays as it is.
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running--;
      else next();
    }
  };
}
