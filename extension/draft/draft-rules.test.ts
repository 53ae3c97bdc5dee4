import { russia } from "@otklik/shared/deadline/calendar/russia";
import { ruDefault } from "@otklik/shared/deadline/regulation/ru-default";
import type { Session } from "@otklik/shared/people/account";
import { expect, it } from "vitest";
import { draftRules } from "./draft-rules";

const OWN = { regulation: { ...ruDefault, name: "own" }, calendar: russia, zone: "Asia/Omsk" };
const USUAL = { regulation: ruDefault, calendar: russia };
const SESSION: Session = {
  person: {
    id: "00000000-0000-4000-8000-000000000001",
    name: "Варвара Синицына",
    email: "v@rowan.example",
    roles: ["agent"],
  },
  organisation: {
    id: "00000000-0000-4000-8000-000000000002",
    name: "Rowan",
    zone: "Asia/Omsk",
    locale: "en",
    topics: [],
  },
  permissions: [],
};

it.each([
  ["the organisation's own rules", OWN, SESSION, { rules: OWN, guess: null }],
  ["its own rules, though nobody is known", OWN, null, { rules: OWN, guess: null }],
  ["the usual rules in its zone", null, SESSION, { rules: { ...USUAL, zone: "Asia/Omsk" }, guess: "rules" }],
  ["the usual rules in the zone here", null, null, { rules: { ...USUAL, zone: "UTC" }, guess: "zone" }],
])("takes %s", (_what, known, session, expected) => {
  expect(draftRules(known, session, "UTC")).toEqual(expected);
});
