import { createHash, randomUUID, timingSafeEqual } from "node:crypto";
import type { PairingToken, PairingTokenRequest } from "@otklik/shared/people/account";
import { EXTENSION_SCOPE } from "@otklik/shared/people/roles";
import { and, eq, isNull } from "drizzle-orm";
import type { Queryable } from "../db/client";
import { devices, pairings, people } from "../db/schema";
import type { Deps } from "../deps";
import { RegisterError } from "../errors";
import { recordPeopleEvent } from "../journal/record-people-event";
import { formatToken, hashSecret, INSTALLATION_ID, newSecret } from "./secrets";
import { PAIRING_INTERVAL_SECONDS } from "./start-pairing";

type Pairing = typeof pairings.$inferSelect;

/**
 * Answers a device that asks for its token: once, when a person has approved it.
 *
 * @param origin of the asking extension: the one that began
 * @throws RegisterError `pairing-waiting`, `pairing-too-fast`, `pairing-refused`; and
 *   `pairing-expired` alike for a code that is unknown, too old, used, or another device's
 */
export async function issueDeviceToken(
  deps: Deps,
  origin: string,
  input: PairingTokenRequest,
): Promise<PairingToken> {
  const orgId = await findDecider(deps, input.deviceCode);
  // A refusal to a device that asks too early must still be remembered, so the transaction
  // ends well and tells by its result.
  const outcome = await deps.tenants.within([INSTALLATION_ID, orgId], async (tx) => {
    const [pairing] = await tx.select().from(pairings).where(byDeviceCode(input.deviceCode)).for("update");
    if (pairing === undefined || !mayAsk(pairing, origin, input.codeVerifier, deps.now())) {
      return new RegisterError("pairing-expired");
    }
    if (pairing.decision === "refuse") return new RegisterError("pairing-refused");
    // Approved only now: the transaction is not for that organisation, and the device asks again.
    if (pairing.decision === null || pairing.decidedByOrgId !== orgId)
      return waiting(tx, pairing, deps.now());
    return issue(tx, pairing, deps.now());
  });
  if (outcome instanceof RegisterError) throw outcome;
  return outcome;
}

/** The organisation whose the device will be; the installation's own id as long as nobody has decided. */
async function findDecider(deps: Deps, deviceCode: string): Promise<string> {
  const [row] = await deps.tenants.read(INSTALLATION_ID, (tx) =>
    tx.select({ orgId: pairings.decidedByOrgId }).from(pairings).where(byDeviceCode(deviceCode)),
  );
  return row?.orgId ?? INSTALLATION_ID;
}

function byDeviceCode(deviceCode: string) {
  return and(eq(pairings.orgId, INSTALLATION_ID), eq(pairings.deviceCodeHash, hashSecret(deviceCode)));
}

function mayAsk(pairing: Pairing, origin: string, codeVerifier: string, now: Date): boolean {
  const challenge = createHash("sha256").update(codeVerifier).digest();
  const expected = Buffer.from(pairing.codeChallenge, "base64url");
  return (
    expected.length === challenge.length &&
    timingSafeEqual(challenge, expected) &&
    pairing.origin === origin &&
    pairing.issuedAt === null &&
    pairing.expiresAt > now
  );
}

async function waiting(tx: Queryable, pairing: Pairing, now: Date): Promise<RegisterError> {
  const sincePolledMs = pairing.polledAt === null ? Infinity : now.getTime() - pairing.polledAt.getTime();
  await tx
    .update(pairings)
    .set({ polledAt: now })
    .where(and(eq(pairings.orgId, pairing.orgId), eq(pairings.deviceCodeHash, pairing.deviceCodeHash)));
  // Networks shorten the gaps between two polls: a little early is not too fast.
  const isTooFast = sincePolledMs < (PAIRING_INTERVAL_SECONDS * 1000) / 2;
  return new RegisterError(isTooFast ? "pairing-too-fast" : "pairing-waiting", {
    retryAfterSeconds: PAIRING_INTERVAL_SECONDS,
  });
}

async function issue(tx: Queryable, pairing: Pairing, now: Date): Promise<PairingToken> {
  if (pairing.decidedByOrgId === null || pairing.decidedBy === null) {
    throw new Error("An approved pairing does not say by whom");
  }
  const secret = newSecret();
  const device = { orgId: pairing.decidedByOrgId, id: randomUUID(), personId: pairing.decidedBy };
  await tx.insert(devices).values({
    ...device,
    name: pairing.deviceName,
    origin: pairing.origin,
    secretHash: hashSecret(secret),
    scope: [...EXTENSION_SCOPE],
    pairedAt: now,
  });
  await tx
    .update(pairings)
    .set({ issuedAt: now })
    .where(and(eq(pairings.orgId, pairing.orgId), eq(pairings.deviceCodeHash, pairing.deviceCodeHash)));
  const [owner] = await tx
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.orgId, device.orgId), eq(people.id, device.personId), isNull(people.disabledAt)));
  // Shut out since they approved it.
  if (owner === undefined) throw new RegisterError("pairing-expired");
  await recordPeopleEvent(
    tx,
    { ...device, deviceId: device.id },
    {
      kind: "device_paired",
      data: { person: owner, name: pairing.deviceName, origin: pairing.origin },
    },
  );
  return { token: formatToken(device.orgId, secret), deviceId: device.id };
}
