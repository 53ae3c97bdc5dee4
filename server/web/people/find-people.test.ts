import type { Person } from "@otklik/shared/people/people";
import { expect, it } from "vitest";
import { findPeople } from "./find-people";

const person = (name: string, email: string, roles: Person["roles"]): Person => ({
  id: email,
  name,
  email,
  roles,
  state: "active",
  createdAt: "2026-11-22T08:00:00Z",
  lastSeenAt: null,
  hasTotp: false,
  passkeys: 0,
  identities: 0,
  devices: 0,
});
const people = [
  person("Алёна Снегирёва", "alena@romashka.test", ["agent"]),
  person("Пётр Дроздов", "petr@romashka.test", ["head", "chair"]),
];

it.each([
  ["nothing", "", ["Алёна Снегирёва", "Пётр Дроздов"]],
  ["spaces alone", "  ", ["Алёна Снегирёва", "Пётр Дроздов"]],
  ["a part of a name in capitals", "СНЕГ", ["Алёна Снегирёва"]],
  ["е where ё is", "алена", ["Алёна Снегирёва"]],
  ["an address", "petr@", ["Пётр Дроздов"]],
  ["a role", "председатель", ["Пётр Дроздов"]],
  ["two words in any order", "дроздов руков", ["Пётр Дроздов"]],
  ["words of two people", "алёна дроздов", []],
  ["signs that mean something to a pattern", ".*", []],
])("finds by %s", (_what, search, names) => {
  expect(findPeople("ru", people, search).map(({ name }) => name)).toEqual(names);
});
