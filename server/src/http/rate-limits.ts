import { createHash } from "node:crypto";
import type { ProblemCode } from "@otklik/shared/problem-codes";
import ipaddr from "ipaddr.js";
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
} from "rate-limiter-flexible";
import type { Database } from "../db/client";
import type { Env } from "../env";
import { RegisterError } from "../errors";

/** How often something may be done, by key, in a window of time; nothing is locked for ever. */
export interface Limit {
  /**
   * Counts as many attempts as are made at once.
   *
   * @param wanted 0 or more
   * @returns how many of them are allowed, and when more will be
   */
  take(
    key: string,
    wanted: number,
  ): Promise<{ readonly allowed: number; readonly retryAfterSeconds: number }>;
  /** @throws RegisterError `too-many-requests` when the key has used up its attempts */
  count(key: string): Promise<void>;
  /**
   * Counts only what is refused with a code of `miss`. Until that is known it counts as well, so
   * that many at once get no further than many in turn.
   *
   * @throws RegisterError `too-many-requests` when the key has used up its attempts, and what `work` throws
   */
  countMisses<T>(key: string, miss: ProblemCode | readonly ProblemCode[], work: () => Promise<T>): Promise<T>;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Points in a window of seconds. These are shared by all servers of an installation, in PostgreSQL. */
const SHARED = {
  /** Wrong passwords for one e-mail address. */
  signInByEmail: [10, 5 * MINUTE],
  /** Wrong passwords from one network address. */
  signInByAddress: [30, 5 * MINUTE],
  /** Wrong codes or keys of one person's second factor. */
  secondFactor: [5, 5 * MINUTE],
  /** Sign-ins begun at a provider, from one network address. */
  signInStart: [60, 5 * MINUTE],
  /** Challenges for a passkey, from one network address: each open sign-in page asks for one every few minutes. */
  passkeyStart: [300, 5 * MINUTE],
  /** Mails with a link for one e-mail address. */
  resetByEmail: [3, HOUR],
  /** Links asked for from one network address. */
  resetByAddress: [30, HOUR],
  /** Links that open nothing, from one network address: set-up, invitation, reset, task. */
  linkMisses: [30, 10 * MINUTE],
  /** What is asked or sent through a link for one task, by the link. */
  linkUse: [30, 10 * MINUTE],
  /** Pairings begun from one network address. */
  pairingStart: [20, MINUTE],
  /** Codes of no pairing, by the person who typed them. */
  pairingMisses: [5, 10 * MINUTE],
} as const;

/** Seconds within which a device may register as many complaints as `INGEST_LIMIT` says. */
const INGEST_SECONDS = 10;

export type Limits = Readonly<Record<keyof typeof SHARED, Limit>> & {
  /** Clips that one device registers. A guard against a runaway client, so each server counts for itself. */
  readonly ingest: Limit;
};

/**
 * All limits of this installation.
 *
 * @param ingestSeconds how long a window of clips lasts
 */
export function createLimits(
  db: Database,
  env: Pick<Env, "ingestLimit">,
  ingestSeconds = INGEST_SECONDS,
): Limits {
  const storeClient = queryable(db);
  const shared = Object.entries(SHARED).map(([name, [points, duration]], place) => {
    const limiter = new RateLimiterPostgres({
      storeClient,
      storeType: "client",
      tableName: "rate_limits",
      tableCreated: true,
      // One clears the rows of all.
      clearExpiredByTimeout: place === 0,
      keyPrefix: name,
      points,
      duration,
    });
    return [name, toLimit(limiter, hashed)];
  });
  return {
    ...(Object.fromEntries(shared) as Record<keyof typeof SHARED, Limit>),
    ingest: toLimit(
      new RateLimiterMemory({ keyPrefix: "ingest", points: env.ingestLimit, duration: ingestSeconds }),
      (deviceId) => deviceId,
    ),
  };
}

/** postgres.js in the shape of node-postgres, which the library speaks. */
function queryable(db: Database) {
  return {
    async query({ text, values }: { text: string; values: (string | number | null)[] }) {
      const rows = await db.$client.unsafe(text, values, { prepare: true });
      return { rows, rowCount: rows.count };
    },
  };
}

function toLimit(limiter: RateLimiterAbstract, storedAs: (key: string) => string): Limit {
  const take = async (key: string, wanted: number) => {
    try {
      await limiter.consume(key, wanted);
      return { allowed: wanted, retryAfterSeconds: 0 };
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      // What is refused is counted as well, until the window ends.
      const before = error.consumedPoints - wanted;
      return {
        allowed: Math.max(0, limiter.points - before),
        retryAfterSeconds: Math.max(1, Math.ceil(error.msBeforeNext / 1000)),
      };
    }
  };
  const consume = async (key: string) => {
    const { allowed, retryAfterSeconds } = await take(key, 1);
    if (allowed === 0) throw new RegisterError("too-many-requests", { retryAfterSeconds });
  };
  return {
    take: (key, wanted) => take(storedAs(key), wanted),
    count: (key) => consume(storedAs(key)),
    async countMisses(key, miss, work) {
      const stored = storedAs(key);
      await consume(stored);
      let isMiss = false;
      try {
        return await work();
      } catch (error) {
        isMiss = error instanceof RegisterError && [miss].flat().includes(error.code);
        throw error;
      } finally {
        if (!isMiss) await limiter.reward(stored);
      }
    },
  };
}

/** A key may be anybody's e-mail address, of any length: what is stored tells nothing and is short. */
function hashed(key: string): string {
  return createHash("sha256").update(networkOf(key)).digest("base64url");
}

/** Whoever has one IPv6 address has all that begin with the same 64 bits. */
function networkOf(key: string): string {
  if (!ipaddr.IPv6.isValid(key)) return key;
  return ipaddr.IPv6.networkAddressFromCIDR(`${key}/64`).toString();
}
