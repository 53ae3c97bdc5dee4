import { monitorEventLoopDelay } from "node:perf_hooks";
import { expect, it } from "vitest";
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

it("AUTH-18 lets the process go on while sixteen people sign in, and refuses when too many wait", async () => {
  const passwords = createPasswords();
  const delay = monitorEventLoopDelay();
  delay.enable();
  const settled = await Promise.allSettled(
    Array.from({ length: 69 }, () => passwords.hash("длинный пароль")),
  );
  delay.disable();
  const refused = settled.filter(({ status }) => status === "rejected");
  expect(refused).toEqual([
    { status: "rejected", reason: expect.objectContaining({ code: "too-many-requests" }) },
  ]);
  expect(delay.mean / 1e6).toBeLessThan(100);
});
