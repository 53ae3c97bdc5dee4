import { describe, expect, it } from "vitest";
import { LIMITS } from "../complaint/limits";
import { emailSchema, setupSchema, userCodeSchema } from "./account";

describe("emailSchema", () => {
  it.each([
    ["capitals and spaces around", "  Vera@Romashka.TEST ", "vera@romashka.test"],
    ["full-width letters", "ｖｅｒａ@romashka.test", "vera@romashka.test"],
  ])("makes one account of %s", (_what, typed, kept) => {
    expect(emailSchema.parse(typed)).toBe(kept);
  });

  it.each([
    ["two addresses", "a@romashka.test,b@romashka.test"],
    ["a line break", "a@romashka.test\r\nBcc: b@romashka.test"],
    ["a name before it", "Vera <a@romashka.test>"],
    ["a Cyrillic look-alike", "vеra@romashka.test"],
    ["no host", "vera@"],
    ["too long", `${"a".repeat(LIMITS.emailLength)}@romashka.test`],
  ])("refuses %s", (_what, typed) => {
    expect(emailSchema.safeParse(typed).success).toBe(false);
  });
});

it.each(["", "   "])(
  "says that an address is missing when it is %j, and not that its form is wrong",
  (typed) => {
    const issues = emailSchema.safeParse(typed).error?.issues ?? [];
    expect(issues.map(({ code }) => code)).toEqual(["too_small"]);
  },
);

describe("setupSchema", () => {
  const SETUP = {
    token: "t",
    organisationName: "Ромашка",
    zone: "Europe/Moscow",
    locale: "ru",
    name: "Вера Лугова",
    email: "vera@romashka.test",
    password: "десять зна",
  };

  it.each([
    ["as it should be", {}, true],
    ["a password as short as allowed", { password: "a".repeat(LIMITS.passwordMinLength) }, true],
    ["a password one shorter", { password: "a".repeat(LIMITS.passwordMinLength - 1) }, false],
    ["a password as long as allowed", { password: "a".repeat(LIMITS.passwordMaxLength) }, true],
    ["a password one longer", { password: "a".repeat(LIMITS.passwordMaxLength + 1) }, false],
    ["a password with U+0000", { password: "a".repeat(20).concat("\u0000") }, false],
    ["a zone that does not exist", { zone: "Europe/Moskva" }, false],
    ["no zone", { zone: "" }, false],
    ["a role chosen by the sender", { roles: ["admin"] }, false],
  ])("%s", (_what, change, fits) => {
    expect(setupSchema.safeParse({ ...SETUP, ...change }).success).toBe(fits);
  });
});

describe("userCodeSchema", () => {
  it.each([
    ["BCDF-GHJK", true],
    ["bcdf-ghjk", false],
    ["BCDFGHJK", false],
    ["ABCD-EFGH", false],
    ["BCDF-GHJK\n", false],
  ])("%o", (code, fits) => {
    expect(userCodeSchema.safeParse(code).success).toBe(fits);
  });
});
