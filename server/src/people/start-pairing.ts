import { randomInt } from "node:crypto";
import { MILLISECONDS_OF_DAY } from "@otklik/shared/deadline/time/local-day";
import type { PairingStarted, StartPairing } from "@otklik/shared/people/account";
import { USER_CODE_GROUP_LENGTH, USER_CODE_LETTERS } from "@otklik/shared/people/user-code";
import { and, eq, lt } from "drizzle-orm";
import type { Queryable } from "../db/client";
import { pairings } from "../db/schema";
import type { Deps } from "../deps";
import { hashSecret, INSTALLATION_ID, newSecret } from "./secrets";

const MINUTES = 10;

/** How often the device may ask whether it was approved. */
export const PAIRING_INTERVAL_SECONDS = 3;

/**
 * Begins a pairing: the device keeps the device code and shows the user code, which a person
 * compares and approves at the desk.
 *
 * @param origin of the extension, as its browser says
 * @see RFC 8628, RFC 7636
 */
export async function startPairing(deps: Deps, origin: string, input: StartPairing): Promise<PairingStarted> {
  const deviceCode = newSecret();
  const requestedAt = deps.now();
  const expiresAt = new Date(requestedAt.getTime() + MINUTES * 60_000);
  const dayAgo = new Date(requestedAt.getTime() - MILLISECONDS_OF_DAY);
  const userCode = await deps.tenants.within(INSTALLATION_ID, async (tx) => {
    await tx.delete(pairings).where(and(eq(pairings.orgId, INSTALLATION_ID), lt(pairings.expiresAt, dayAgo)));
    return insertWithFreeCode(tx, {
      orgId: INSTALLATION_ID,
      deviceCodeHash: hashSecret(deviceCode),
      codeChallenge: input.codeChallenge,
      deviceName: input.deviceName,
      origin,
      requestedAt,
      expiresAt,
    });
  });
  return {
    deviceCode,
    userCode,
    verificationUrl: `${deps.env.publicUrl}/pair?code=${userCode}`,
    expiresAt: expiresAt.toISOString(),
    intervalSeconds: PAIRING_INTERVAL_SECONDS,
  };
}

/** Codes are short, so two waiting pairings could draw the same one: then another is drawn. */
async function insertWithFreeCode(
  tx: Queryable,
  row: Omit<typeof pairings.$inferInsert, "userCode">,
): Promise<string> {
  for (;;) {
    const userCode = newUserCode();
    const inserted = await tx
      .insert(pairings)
      .values({ ...row, userCode })
      .onConflictDoNothing({ target: [pairings.orgId, pairings.userCode] })
      .returning({ userCode: pairings.userCode });
    if (inserted.length > 0) return userCode;
  }
}

function newUserCode(): string {
  return `${letters()}-${letters()}`;
}

function letters(): string {
  return Array.from(
    { length: USER_CODE_GROUP_LENGTH },
    () => USER_CODE_LETTERS[randomInt(USER_CODE_LETTERS.length)],
  ).join("");
}
