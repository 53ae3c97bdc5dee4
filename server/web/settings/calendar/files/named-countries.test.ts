import { expect, it } from "vitest";
import { namedCountries } from "./named-countries";

it.each([
  ["ru", ["Австрия", "Германия", "Россия"], ["AT", "DE", "RU"]],
  ["en", ["Austria", "Germany", "Russia"], ["AT", "DE", "RU"]],
] as const)("%s: by name, in the order of the language", (locale, names, codes) => {
  const named = namedCountries(locale, ["RU", "DE", "AT"]);
  expect(named.map(({ name }) => name)).toEqual(names);
  expect(named.map(({ code }) => code)).toEqual(codes);
});

it("leaves a code that has no name as it is", () => {
  expect(namedCountries("en", ["QX"])).toEqual([{ code: "QX", name: "QX" }]);
});
