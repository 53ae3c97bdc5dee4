import { beforeEach, describe, expect, it } from "vitest";
import { useDeps } from "../../../tests/support/deps";
import { RegisterError } from "../errors";
import { createLimits, type Limit } from "./rate-limits";

const test = useDeps();
const PAIRING_MISSES = 5;
let key = "";
let keys = 0;

beforeEach(() => {
  key = `key ${keys++}`;
});

const miss = () => Promise.reject(new RegisterError("wrong-credentials"));
const refused = { code: "too-many-requests", retryAfterSeconds: expect.any(Number) };

async function use(limit: Limit, times: number): Promise<void> {
  for (let n = 0; n < times; n++) await limit.count(key);
}

describe("a limit that all servers share", () => {
  it("RATE-02 counts what every server of the installation has seen", async () => {
    const servers = [1, 2, 3].map(() => createLimits(test.database.db, test.deps.env).pairingMisses);
    for (let n = 0; n < PAIRING_MISSES; n++) await servers[n % 3]?.count(key);
    for (const server of servers) await expect(server.count(key)).rejects.toMatchObject(refused);
  });

  it("lets exactly as many through as it says, however many come at once", async () => {
    const { pairingMisses } = test.deps.limits;
    const settled = await Promise.allSettled(Array.from({ length: 20 }, () => pairingMisses.count(key)));
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(PAIRING_MISSES);
  });

  it("says how long to wait, and lets through again after that", async () => {
    const { pairingMisses } = test.deps.limits;
    await use(pairingMisses, PAIRING_MISSES);
    const refusal = await pairingMisses.count(key).catch((error: unknown) => error);
    expect(refusal).toMatchObject(refused);
    expect((refusal as RegisterError).retryAfterSeconds).toBeLessThanOrEqual(600);
    expect((refusal as RegisterError).retryAfterSeconds).toBeGreaterThan(590);
    await test.database.owner`UPDATE rate_limits SET expire = ${Date.now() - 1}`;
    await expect(pairingMisses.count(key)).resolves.toBeUndefined();
  });

  it("counts each key and each limit by itself", async () => {
    const { pairingMisses, pairingStart } = test.deps.limits;
    await use(pairingMisses, PAIRING_MISSES);
    await expect(pairingStart.count(key)).resolves.toBeUndefined();
    await expect(pairingMisses.count(`${key} of another`)).resolves.toBeUndefined();
  });

  it("RATE-03 takes all IPv6 addresses with the same 64 bits for one, and each IPv4 address for itself", async () => {
    const { pairingMisses } = test.deps.limits;
    for (let n = 0; n < PAIRING_MISSES; n++) await pairingMisses.count(`2001:db8:1:2:${n}::${n}`);
    await expect(pairingMisses.count("2001:db8:1:2:ffff::1")).rejects.toMatchObject(refused);
    await expect(pairingMisses.count("2001:db8:1:3::1")).resolves.toBeUndefined();
    for (let n = 0; n <= PAIRING_MISSES; n++) await pairingMisses.count(`203.0.113.${n}`);
  });

  it("counts misses alone, and other failures as little as successes", async () => {
    const { pairingMisses } = test.deps.limits;
    for (let n = 0; n < 2 * PAIRING_MISSES; n++) {
      await pairingMisses.countMisses(key, "wrong-credentials", async () => n);
      const other = pairingMisses.countMisses(key, "wrong-credentials", () =>
        Promise.reject(new RegisterError("unavailable")),
      );
      await expect(other).rejects.toMatchObject({ code: "unavailable" });
    }
    for (let n = 0; n < PAIRING_MISSES; n++) {
      const missed = pairingMisses.countMisses(key, "wrong-credentials", miss);
      await expect(missed).rejects.toMatchObject({ code: "wrong-credentials" });
    }
    const blocked = pairingMisses.countMisses(key, "wrong-credentials", miss);
    await expect(blocked).rejects.toMatchObject(refused);
  });

  it("stores nobody's address", async () => {
    await test.deps.limits.signInByEmail.count("somebody@example.test");
    const rows = await test.database.owner<{ key: string }[]>`SELECT key FROM rate_limits`;
    expect(rows.map((row) => row.key).filter((stored) => stored.includes("somebody"))).toEqual([]);
    expect(rows.length).toBeGreaterThan(0);
  });
});
