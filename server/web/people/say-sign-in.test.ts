import { expect, it } from "vitest";
import { saySignIn } from "./say-sign-in";

it.each([
  ["nothing yet", "invited", false, 0, 0, "not set yet"],
  ["a password alone", "active", false, 0, 0, "no second factor"],
  ["the provider beside a password alone", "active", false, 0, 1, "no second factor, identity provider"],
  ["all of it", "active", true, 2, 2, "Code, 2 passkeys, identity provider"],
  ["who was shut out", "disabled", true, 0, 0, "Code"],
] as const)("says %s", (_what, state, hasTotp, passkeys, identities, said) => {
  expect(saySignIn("en", { state, hasTotp, passkeys, identities })).toBe(said);
});
