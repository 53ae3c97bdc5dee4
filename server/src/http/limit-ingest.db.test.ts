import { registerBatchResultSchema } from "@otklik/shared/complaint/complaint";
import { LIMITS } from "@otklik/shared/complaint/limits";
import { beforeAll, expect, it } from "vitest";
import { ask, expectProblem } from "../../../tests/support/ask";
import { useDeps } from "../../../tests/support/deps";
import {
  makeDevice,
  makeOrganisation,
  makePerson,
  type TestDevice,
} from "../../../tests/support/organisation";
import { sampleComplaint } from "../../../tests/support/sample-complaint";
import { createApp } from "../app";
import { createLimits } from "./rate-limits";

const test = useDeps();
const LIMIT = 60;
/** So that however slow the machine is, one window holds all that a test sends. */
const WIDE_WINDOW_SECONDS = 600;
let app: ReturnType<typeof createApp>;
let device: TestDevice;
let colleague: TestDevice;

beforeAll(async () => {
  const organisation = await makeOrganisation(test.database.db);
  const person = await makePerson(test.database.db, organisation);
  [device, colleague] = [
    await makeDevice(test.database.db, person),
    await makeDevice(test.database.db, person),
  ];
  const limits = createLimits(test.database.db, { ingestLimit: LIMIT }, WIDE_WINDOW_SECONDS);
  app = createApp({ ...test.deps, limits });
});

const registerAll = async ({ headers }: TestDevice, count: number) => {
  const complaints = Array.from({ length: count }, () => sampleComplaint());
  const answer = await ask(app, "POST /api/complaints/batch", { headers, json: { complaints } });
  return { answer, complaints };
};
const register = ({ headers }: TestDevice) =>
  ask(app, "POST /api/complaints", { headers, json: sampleComplaint() });

it("RATE-01 tells who is past the limit to come again within ten seconds", async () => {
  const limits = createLimits(test.database.db, { ingestLimit: LIMIT });
  const { allowed, retryAfterSeconds } = await limits.ingest.take("a device", LIMIT + 1);
  expect(allowed).toBe(LIMIT);
  expect(retryAfterSeconds).toBeGreaterThan(0);
  expect(retryAfterSeconds).toBeLessThanOrEqual(10);
});

it("RATE-01 lets a device register 60 at once, tells it when to go on, and leaves all others alone", async () => {
  const statuses: number[] = [];
  for (let n = 0; n < LIMIT; n++) statuses.push((await register(device)).status);
  expect(new Set(statuses)).toEqual(new Set([201]));

  const refused = await register(device);
  await expectProblem(refused, 429, "too-many-requests");
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(Number(refused.headers.get("retry-after"))).toBeLessThanOrEqual(WIDE_WINDOW_SECONDS);

  expect((await register(colleague)).status).toBe(201);
  const { headers } = device;
  expect((await ask(app, "GET /api/badge", { headers })).status).toBe(200);
  const batch = await ask(app, "POST /api/complaints/batch", {
    headers,
    json: { complaints: [sampleComplaint()] },
  });
  await expectProblem(batch, 429, "too-many-requests");
});

it("RATE-01 counts each clip of a batch: the first are registered in their order, the others told when to come", async () => {
  const person = await makePerson(test.database.db, await makeOrganisation(test.database.db));
  const busy = await makeDevice(test.database.db, person);
  expect((await registerAll(busy, 20)).answer.headers.get("retry-after")).toBeNull();

  const { answer, complaints } = await registerAll(busy, LIMITS.batchItems);
  expect(answer.status).toBe(200);
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(Number(answer.headers.get("retry-after"))).toBeLessThanOrEqual(WIDE_WINDOW_SECONDS);
  const { results } = registerBatchResultSchema.parse(await answer.json());
  const numbers = results.flatMap((result) =>
    "complaint" in result ? [Number(result.complaint.incomingNumber.slice(5))] : [],
  );
  expect(numbers).toEqual(Array.from({ length: 40 }, (_, n) => 21 + n));
  expect(results.slice(40)).toEqual(
    Array(160).fill({ status: 429, problem: expect.objectContaining({ code: "too-many-requests" }) }),
  );
  const stored = await test.database.owner`
    SELECT id FROM complaints WHERE org_id = ${person.organisation.id} ORDER BY ordinal OFFSET 20`;
  expect(stored.map(({ id }) => id)).toEqual(complaints.slice(0, 40).map(({ id }) => id));

  await expectProblem((await registerAll(busy, 2)).answer, 429, "too-many-requests");
});
