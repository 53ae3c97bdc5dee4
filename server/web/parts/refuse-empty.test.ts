import { LOCALES } from "@otklik/shared/people/locale";
import { expect, it } from "vitest";
import { refuseEmpty } from "./refuse-empty";
import { sayWrong } from "./say-failure";

it.each([
  ["both empty", { email: "", password: "" }, ["email", "password"]],
  ["only one empty", { email: "anna@romashka.test", password: "" }, ["password"]],
])("names each that is empty: %s", (_what, values, named) => {
  for (const locale of LOCALES) {
    const failure = refuseEmpty(locale, values);
    const wrong = Object.keys(values).filter((field) => sayWrong(locale, failure, field).length > 0);
    expect(wrong).toEqual(named);
  }
});

it("says what is missing in words", () => {
  const failure = refuseEmpty("en", { "confirmation.password": "" });
  expect(sayWrong("en", failure, "confirmation.password")).toEqual(["the present password is required"]);
});

it("finds nothing in what is filled, also with spaces, which a password may hold", () => {
  expect(refuseEmpty("en", { password: "   " })).toBeNull();
});
