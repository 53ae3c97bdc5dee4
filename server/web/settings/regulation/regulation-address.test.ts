import { expect, it } from "vitest";
import { readRegulationAddress, writeRegulationAddress } from "./regulation-address";

it.each([
  ["/settings/regulation", { isDraft: false, version: null, against: null }],
  ["/settings/regulation?version=own-2", { isDraft: false, version: "own-2", against: null }],
  [
    "/settings/regulation?version=own-2&against=ru-default-2",
    { isDraft: false, version: "own-2", against: "ru-default-2" },
  ],
  ["/settings/regulation?draft", { isDraft: true, version: null, against: null }],
])("%s is written and read the same", (written, address) => {
  expect(writeRegulationAddress(address)).toBe(written);
  const query = Object.fromEntries(new URL(written, "https://desk.example").searchParams);
  expect(readRegulationAddress(query)).toEqual(address);
});
