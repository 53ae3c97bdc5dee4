import { expect, it } from "vitest";
import { sampleItem } from "../../tests/support/outbox-samples";
import type { Destination } from "../storage/database";
import { waitingFor } from "./waiting-for";

const HERE: Destination = { origin: "https://register.test", organisationId: "org", name: null };
const NAMED = { ...HERE, name: "Свои" };
const OTHER = { ...HERE, organisationId: "other", name: "Другие" };

it.each([
  ["nothing where nothing waits", [], []],
  ["those of one destination together, by its name once it is known", [HERE, NAMED, HERE], [[NAMED, 3]]],
  [
    "two organisations of one server apart",
    [NAMED, OTHER],
    [
      [NAMED, 1],
      [OTHER, 1],
    ],
  ],
  [
    "those of before any connection apart",
    [null, NAMED, undefined],
    [
      [null, 2],
      [NAMED, 1],
    ],
  ],
])("what waits is counted: %s", (_rule, destinations, expected) => {
  const items = destinations.map((destination) => ({ ...sampleItem(), destination }));
  expect(waitingFor(items).map(({ destination, count }) => [destination, count])).toEqual(expected);
});
