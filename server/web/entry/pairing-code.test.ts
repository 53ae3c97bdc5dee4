import { userCodeSchema } from "@otklik/shared/people/account";
import { expect, it } from "vitest";
import { EXAMPLE_CODE, pairingCode } from "./pairing-code";

it.each([
  ["as it is shown", "BCDF-GHJK"],
  ["in small letters", "bcdf-ghjk"],
  ["without the hyphen", "bcdfghjk"],
  ["with spaces around and a dash inside", "  BCDF – GHJK "],
])("reads a code %s", (_how, typed) => {
  const code = pairingCode(typed);
  expect(code).toBe("BCDF-GHJK");
  expect(userCodeSchema.safeParse(code).success).toBe(true);
});

it.each([
  ["nothing", ""],
  ["seven letters", "BCDF-GHJ"],
  ["nine letters", "BCDF-GHJKL"],
  ["a vowel", "ACDF-GHJK"],
  ["a digit", "BCDF-GHJ1"],
  ["Cyrillic look-alikes", "ВСDF-GHJK"],
])("refuses %s", (_what, typed) => {
  expect(pairingCode(typed)).toBeNull();
});

it("shows an example that is a code", () => {
  expect(pairingCode(EXAMPLE_CODE)).toBe(EXAMPLE_CODE);
});
