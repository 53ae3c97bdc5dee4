import { randomUUID } from "node:crypto";
import { type Complaint, complaintSchema } from "@otklik/shared/complaint/complaint";
import type { Clock } from "@otklik/shared/deadline/vocabulary";
import { ROLES, type Role } from "@otklik/shared/people/roles";
import { beforeEach, expect } from "vitest";
import { people as rows } from "../../server/src/db/schema";
import { ask, expectProblem } from "./ask";
import type { TestDeps } from "./deps";
import { makeOrganisation, signIn, type TestPerson } from "./organisation";
import { type RegisteredAt, registerAt } from "./register-at";

type RegisterOptions = Parameters<typeof registerAt>[3];

/** The desk of an organisation that has one person in each role. */
export interface TermDesk {
  person(role: Role): TestPerson;
  /** From here on the server's clock stands at this instant. */
  at(instant: string): void;
  register(at: string, options?: RegisterOptions): Promise<RegisteredAt>;
  /** Expects that it is done, and gives the complaint as it is then; `what` is such as `triage`. */
  does(role: Role, id: string, what: string, json?: unknown): Promise<Complaint>;
  /** Expects that it is refused so. */
  mayNot(status: number, code: string, role: Role, id: string, what: string, json?: unknown): Promise<void>;
  find(id: string): Promise<Complaint>;
}

/** No test's clock goes past it, so that nobody is signed out by it. */
const LATEST = new Date("2040-01-01T00:00:00.000Z");

/** Makes the organisation anew for each test. */
export function useTermDesk(test: TestDeps): TermDesk {
  const people = new Map<Role, TestPerson>();
  const cookies = new Map<Role, Record<string, string>>();

  const person = (role: Role): TestPerson => {
    const found = people.get(role);
    if (found === undefined) throw new Error("The desk is there only while tests and their hooks run");
    return found;
  };
  /** Most tests need few of them. */
  const cookieOf = async (role: Role): Promise<Record<string, string>> => {
    const known = cookies.get(role) ?? { ...(await signIn(test.database.db, person(role), LATEST)) };
    cookies.set(role, known);
    return known;
  };
  const post = async (role: Role, id: string, what: string, json: unknown) =>
    ask(test.app, `POST /api/complaints/${id}/${what}`, {
      headers: await cookieOf(role),
      ...(json !== undefined && { json }),
    });

  beforeEach(async () => {
    test.setClock(null);
    const { db } = test.database;
    const organisation = await makeOrganisation(db);
    cookies.clear();
    for (const role of ROLES) {
      const id = randomUUID();
      const email = `${id}@romashka.test`;
      people.set(role, { id, name: `Имя ${role}`, email, password: "", roles: [role], organisation });
    }
    await db.insert(rows).values(
      // Nobody signs in by a password here, and to hash one takes long.
      [...people.values()].map(({ id, name, email, roles }) => {
        return { id, name, email, roles: [...roles], orgId: organisation.id, passwordHash: "" };
      }),
    );
  });

  return {
    person,
    at: (instant) => test.setClock(new Date(instant)),
    register: (at, options) => registerAt(test.database.db, person("agent"), at, options),
    async does(role, id, what, json) {
      const answer = await post(role, id, what, json);
      const text = await answer.text();
      expect({ status: answer.status, text: answer.status === 200 ? "" : text }).toEqual({
        status: 200,
        text: "",
      });
      return complaintSchema.parse(JSON.parse(text));
    },
    async mayNot(status, code, role, id, what, json) {
      await expectProblem(await post(role, id, what, json), status, code);
    },
    async find(id) {
      const answer = await ask(test.app, `GET /api/complaints/${id}`, {
        headers: await cookieOf("auditor"),
      });
      return complaintSchema.parse(await answer.json());
    },
  };
}

/** The last days of the dates in force, by clock. */
export function lastDays(complaint: Complaint): Partial<Record<Clock, string>> {
  return Object.fromEntries(complaint.dueDates.map(({ clock, dueOn }) => [clock, dueOn]));
}

/** The dates that a clock had before, the newest first: last day and cause. */
export function formerDays(complaint: Complaint, clock: Clock): [string, string][] {
  return complaint.dueHistory.filter((due) => due.clock === clock).map(({ dueOn, cause }) => [dueOn, cause]);
}
