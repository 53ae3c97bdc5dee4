import { expect, it } from "vitest";
import { sayActor } from "./say-actor";

const ANNA = { id: "0199aaaa-0000-4000-8000-000000000001", name: "Анна Снегирёва" };

it.each([
  ["a person", "person_invited", ANNA, null, "Анна Снегирёва"],
  ["a person by a device", "registered", ANNA, "Chrome", "Анна Снегирёва, by Chrome"],
  ["the register by itself", "account_link_issued", null, null, "the register"],
  ["the machine, of an administrator", "admin_created", null, null, "the server’s own machine"],
  ["the machine, of a line from before", "admin_created", ANNA, null, "the server’s own machine"],
  ["the machine, of a second factor", "second_factor_disabled", null, null, "the server’s own machine"],
  ["the machine, of passkeys that were lost", "passkeys_removed", null, null, "the server’s own machine"],
  ["who turned their own second factor off", "second_factor_disabled", ANNA, null, "Анна Снегирёва"],
])("names %s", (_whom, kind, actor, device, said) => {
  const entry = { id: 1, at: "2026-11-22T08:00:00Z", kind, actor, device, data: {} };
  expect(sayActor("en", entry)).toBe(said);
});
