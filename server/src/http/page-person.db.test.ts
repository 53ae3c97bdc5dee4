import { randomUUID } from "node:crypto";
import { PAGE_PERSON_HEADER } from "@otklik/shared/people/page-person";
import { beforeAll, expect, it } from "vitest";
import { ask, expectProblem } from "../../../tests/support/ask";
import { useDeps } from "../../../tests/support/deps";
import {
  makeDevice,
  makeOrganisation,
  makePerson,
  signIn,
  type TestPerson,
} from "../../../tests/support/organisation";

const test = useDeps();
let anna: TestPerson;
let boris: TestPerson;
let headers: Record<string, string>;

beforeAll(async () => {
  const { db } = test.database;
  anna = await makePerson(db, await makeOrganisation(db), { roles: ["admin"] });
  boris = await makePerson(db, await makeOrganisation(db), { roles: ["admin"] });
  headers = await signIn(db, boris);
});

const invitation = () => ({ name: "Жанна", email: `${randomUUID()}@romashka.test`, roles: ["agent"] });

it("a page of a person who is not the one signed in changes nothing and reads nothing", async () => {
  const stale = { ...headers, [PAGE_PERSON_HEADER]: anna.id };
  const invited = invitation();
  const sent = await ask(test.app, "POST /api/people", { headers: stale, json: invited });
  await expectProblem(sent, 409, "another-person");
  await expectProblem(await ask(test.app, "GET /api/people", { headers: stale }), 409, "another-person");
  const rows = await test.database.owner`SELECT id FROM people WHERE email = ${invited.email}`;
  expect(rows).toHaveLength(0);
});

it("a page of the person who is signed in, and a program that names none, are heard", async () => {
  const own = { ...headers, [PAGE_PERSON_HEADER]: boris.id };
  for (const named of [own, headers]) {
    const sent = await ask(test.app, "POST /api/people", { headers: named, json: invitation() });
    expect(sent.status).toBe(201);
  }
});

it.each(["", "nobody", "%00"])("the header %j opens nothing", async (value) => {
  const answer = await ask(test.app, "GET /api/people", {
    headers: { ...headers, [PAGE_PERSON_HEADER]: value },
  });
  await expectProblem(answer, 409, "another-person");
});

it("a device is whose its token is, whatever the header says", async () => {
  const device = await makeDevice(test.database.db, anna);
  const answer = await ask(test.app, "GET /api/badge", {
    headers: { ...device.headers, [PAGE_PERSON_HEADER]: boris.id },
  });
  expect(answer.status).toBe(200);
});
