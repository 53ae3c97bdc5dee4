import type { RegisteredComplaint } from "@otklik/shared/complaint/complaint";
import { ROLES, type Role } from "@otklik/shared/people/roles";
import type { Database } from "../../../server/src/db/client";
import type { ServerChild } from "../../faults/server-child";
import {
  makeDevice,
  makeOrganisation,
  makePerson,
  signIn,
  type TestOrganisation,
} from "../../support/organisation";
import { registerOver } from "../../support/register-over";
import { sampleComplaint } from "../../support/sample-complaint";

/** Who asks; `nobody` has no key at all. */
export const CALLERS = ["nobody", "device", ...ROLES] as const;
export type CallerName = (typeof CALLERS)[number];

/** An organisation whose people are put out and signed off by what they are made to ask, and come again. */
export interface Callers {
  /** Ids of the organisation that name something. */
  readonly ids: readonly string[];
  /** What the caller's requests carry. */
  headersOf(caller: CallerName): Promise<Readonly<Record<string, string>>>;
  /** Forgets the caller, who has lost the right to ask. */
  renew(caller: CallerName): void;
}

/** Fills an organisation with some complaints. */
export async function makeCallers(db: Database, server: ServerChild): Promise<Callers> {
  const organisation = await makeOrganisation(db);
  const agent = await makePerson(db, organisation);
  const device = await makeDevice(db, agent);
  const complaints: RegisteredComplaint[] = [];
  for (let count = 0; count < 6; count++) {
    complaints.push(await registerOver(server, device, sampleComplaint({ kind: "claim" })));
  }
  const known = new Map<CallerName, Promise<Readonly<Record<string, string>>>>();
  return {
    ids: [...complaints.map(({ id }) => id), ...organisation.topics.map(({ id }) => id), agent.id, device.id],
    async headersOf(caller) {
      const headers = known.get(caller) ?? keyOf(db, organisation, caller);
      known.set(caller, headers);
      return headers;
    },
    renew: (caller) => known.delete(caller),
  };
}

async function keyOf(db: Database, organisation: TestOrganisation, caller: CallerName) {
  if (caller === "nobody") return {};
  const roles: readonly Role[] = caller === "device" ? ["agent"] : [caller];
  const person = await makePerson(db, organisation, { roles });
  return caller === "device" ? { ...(await makeDevice(db, person)).headers } : signIn(db, person);
}
