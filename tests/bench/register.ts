import { dueDatesOf } from "@otklik/shared/deadline/due";
import { toRegistrationRow } from "../../server/src/complaints/registration-row";
import { builtInCalendar, builtInRegulation } from "../../server/src/deadlines/rule-book";
import type { ServerProcess } from "../support/built-server";
import { callerOf, makeDevice, makeOrganisation, makePerson, type TestPerson } from "../support/organisation";
import { sampleComplaint } from "../support/sample-complaint";
import type { FunctionOrder } from "./function-load";
import type { HttpOrder } from "./http-load";
import { runLoad } from "./load";
import { cpuSecondsOf, cpuTimesAreKnown, parentOf } from "./process-cpu";
import { median, progress, report } from "./report";

const ORGANISATIONS = 50;
const CONNECTIONS = 64;
const CLIENTS = 16;
const ROUNDS = 5;
const SECONDS = 5;
/** Where the id goes; no other "ID" is in the text, which is checked. */
const PLACEHOLDER = "ID";

/**
 * Registrations a second through HTTP, against prepared calls of the same SQL function. The two take
 * turns, so that both meet the same noise, and the ratio is the middle one of all rounds.
 */
export async function measureRegistration(server: ServerProcess): Promise<void> {
  const people = await makePeople(server);
  const tokens = await Promise.all(people.map(async (person) => (await makeDevice(server.db, person)).token));
  const postmaster = await postmasterOf(server);
  const http: HttpOrder = {
    url: server.url,
    connections: CONNECTIONS,
    seconds: SECONDS,
    path: "/api/complaints",
    tokens,
    body: JSON.stringify(sampleComplaint({ kind: "claim", id: PLACEHOLDER })),
  };
  const calls: FunctionOrder = {
    databaseUrl: server.databaseUrl,
    clients: CLIENTS,
    seconds: SECONDS,
    rows: people.map(rowOf),
  };
  progress("register: warming up");
  await runLoad("./http-load.ts", { ...http, seconds: 3 });
  await runLoad("./function-load.ts", { ...calls, seconds: 3 });

  const rateRatios: number[] = [];
  const cpuRatios: number[] = [];
  const p50: number[] = [];
  const p99: number[] = [];
  let registered = 0;
  for (let round = 1; round <= ROUNDS; round++) {
    const byHttp = await measured("./http-load.ts", http, [server.pid, postmaster]);
    const byCalls = await measured("./function-load.ts", calls, [postmaster]);
    if (byHttp.failed > 0) throw new Error(`${byHttp.failed} registrations failed`);
    rateRatios.push(byHttp.perSecond / byCalls.perSecond);
    cpuRatios.push(byHttp.cpuMicroseconds / byCalls.cpuMicroseconds);
    p50.push(byHttp.p50Ms);
    p99.push(byHttp.p99Ms);
    registered += byHttp.done;
    progress(`register: round ${round} of ${ROUNDS}: HTTP ${say(byHttp)}, calls ${say(byCalls)}`);
  }
  report("register.http_per_pgbench", median(rateRatios), "ratio", registered);
  if (cpuTimesAreKnown()) report("register.cpu_per_pgbench", median(cpuRatios), "ratio", registered);
  else progress("register.cpu_per_pgbench: this system does not tell the processor time of other processes");
  report("register.p50_ms", median(p50), "ms", registered);
  report("register.p99_ms", median(p99), "ms", registered);
}

async function makePeople(server: ServerProcess): Promise<TestPerson[]> {
  progress(`register: making ${ORGANISATIONS} organisations`);
  const people: TestPerson[] = [];
  for (let n = 0; n < ORGANISATIONS; n++) {
    people.push(await makePerson(server.db, await makeOrganisation(server.db)));
  }
  return people;
}

/** The parent of every process that serves a connection. */
async function postmasterOf(server: ServerProcess): Promise<number> {
  const [row] = await server.db.$client<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
  return row === undefined || !cpuTimesAreKnown() ? 0 : parentOf(row.pid);
}

function rowOf(person: TestPerson): string {
  const complaint = sampleComplaint({ kind: "claim", id: PLACEHOLDER });
  const registeredAt = new Date().toISOString();
  const { zone } = person.organisation;
  const { channel } = complaint.clip;
  const facts = { ...complaint, channel, bases: [], receivedAt: registeredAt, registeredAt };
  const dueDates = dueDatesOf(facts, builtInRegulation, builtInCalendar, zone);
  const registration = {
    complaint,
    contentHash: "00".repeat(32),
    receivedAt: registeredAt,
    registeredAt,
    zone,
    regulation: builtInRegulation,
    calendar: builtInCalendar,
    rulesRevision: 0,
    dueDates,
    manifestHash: null,
  };
  return toRegistrationRow(callerOf(person), registration).json;
}

async function measured(script: string, order: unknown, processes: readonly number[]) {
  const before = cpuTimesAreKnown() ? cpuSecondsOf(processes) : 0;
  const result = await runLoad(script, order);
  const cpu = cpuTimesAreKnown() ? cpuSecondsOf(processes) - before : 0;
  return {
    ...result,
    perSecond: result.done / result.seconds,
    cpuMicroseconds: (cpu / result.done) * 1e6,
  };
}

function say({ perSecond, cpuMicroseconds }: { perSecond: number; cpuMicroseconds: number }): string {
  return `${Math.round(perSecond)}/s at ${Math.round(cpuMicroseconds)} µs`;
}
