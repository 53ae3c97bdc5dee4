import { monitorEventLoopDelay } from "node:perf_hooks";
import * as argon2 from "@node-rs/argon2";
import { expect, it } from "vitest";
import { leastTime } from "../../../tests/support/least-time";
import { createPasswords } from "./passwords";

it("tells the right password from others", async () => {
  const passwords = createPasswords();
  const hash = await passwords.hash("длинный пароль 🌼");
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await passwords.matches(hash, "длинный пароль 🌼")).toBe(true);
  expect(await passwords.matches(hash, "длинный пароль 🌻")).toBe(false);
  expect(await passwords.matches(null, "длинный пароль 🌼")).toBe(false);
});

it("hashes the same password differently each time", async () => {
  const passwords = createPasswords();
  expect(await passwords.hash("длинный пароль")).not.toBe(await passwords.hash("длинный пароль"));
});

it("AUTH-18 lets the process go on while sixteen people sign in", async () => {
  const passwords = createPasswords();
  const hash = await passwords.hash("длинный пароль");
  const slowestHundredth = async () => {
    const delay = monitorEventLoopDelay();
    delay.enable();
    const signingIn = Array.from({ length: 16 }, () => passwords.matches(hash, "длинный пароль"));
    expect(await Promise.all(signingIn)).toEqual(Array(16).fill(true));
    delay.disable();
    return delay.percentile(99) / 1e6;
  };
  expect(await leastTime(100, slowestHundredth)).toBeLessThan(100);
});

it("AUTH-18 hashes for four at once, lets 64 wait and refuses whoever comes after them", async () => {
  let running = 0;
  let most = 0;
  const passwords = createPasswords({
    ...argon2,
    async hash(...given) {
      most = Math.max(most, ++running);
      try {
        return await argon2.hash(...given);
      } finally {
        running--;
      }
    },
  });
  const settled = await Promise.allSettled(
    Array.from({ length: 69 }, () => passwords.hash("длинный пароль")),
  );
  expect(most).toBe(4);
  const refused = settled.filter(({ status }) => status === "rejected");
  expect(refused).toEqual([
    { status: "rejected", reason: expect.objectContaining({ code: "too-many-requests" }) },
  ]);
});
