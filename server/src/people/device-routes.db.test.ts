import { devicesSchema } from "@otklik/shared/people/account";
import { beforeEach, expect, it } from "vitest";
import { ask, expectProblem } from "../../../tests/support/ask";
import { useDeps } from "../../../tests/support/deps";
import {
  makeDevice,
  makeOrganisation,
  makePerson,
  signIn,
  type TestDevice,
  type TestPerson,
} from "../../../tests/support/organisation";

const test = useDeps();
let person: TestPerson;
let device: TestDevice;
let desk: Record<string, string>;

beforeEach(async () => {
  person = await makePerson(test.database.db, await makeOrganisation(test.database.db));
  device = await makeDevice(test.database.db, person);
  desk = await signIn(test.database.db, person);
});

async function listed(): Promise<string[]> {
  const answer = await ask(test.app, "GET /api/devices", { headers: desk });
  return devicesSchema.parse(await answer.json()).devices.map(({ id }) => id);
}

it("lists the caller's own devices, not those of a colleague", async () => {
  await makeDevice(test.database.db, await makePerson(test.database.db, person.organisation));
  const answer = await ask(test.app, "GET /api/devices", { headers: desk });
  expect(devicesSchema.parse(await answer.json()).devices).toEqual([
    {
      id: device.id,
      name: "Chromium",
      origin: device.origin,
      pairedAt: expect.any(String),
      lastUsedAt: null,
      lastAddress: null,
    },
  ]);
});

it("tells when a device was last used, to the hour", async () => {
  const lastUsed = async () => {
    const answer = await ask(test.app, "GET /api/devices", { headers: desk });
    return devicesSchema.parse(await answer.json()).devices[0]?.lastUsedAt;
  };
  await ask(test.app, "GET /api/badge", { headers: device.headers });
  const first = await lastUsed();
  expect(first).toEqual(expect.any(String));
  await ask(test.app, "GET /api/badge", { headers: device.headers });
  expect(await lastUsed()).toBe(first);
  await test.database.owner`
    UPDATE devices SET last_used_at = last_used_at - interval '61 minutes' WHERE id = ${device.id}`;
  await ask(test.app, "GET /api/badge", { headers: device.headers });
  expect(Date.parse((await lastUsed()) ?? "")).toBeGreaterThan(Date.parse(first ?? ""));
});

it("revokes a device at once, and once", async () => {
  expect((await ask(test.app, "GET /api/badge", { headers: device.headers })).status).toBe(200);
  expect((await ask(test.app, `DELETE /api/devices/${device.id}`, { headers: desk })).status).toBe(204);
  await expectProblem(
    await ask(test.app, "GET /api/badge", { headers: device.headers }),
    401,
    "not-signed-in",
  );
  expect(await listed()).toEqual([]);
  const again = await ask(test.app, `DELETE /api/devices/${device.id}`, { headers: desk });
  await expectProblem(again, 404, "not-found");
  const events = await test.database.owner`
    SELECT actor_id, data FROM events WHERE org_id = ${person.organisation.id} AND kind = 'device_revoked'`;
  expect([...events]).toEqual([
    { actor_id: person.id, data: { person: { id: person.id, name: person.name }, name: "Chromium" } },
  ]);
});

it("revokes all of the caller's devices at once, and no colleague's", async () => {
  const second = await makeDevice(test.database.db, person);
  const colleague = await makeDevice(
    test.database.db,
    await makePerson(test.database.db, person.organisation),
  );
  expect((await ask(test.app, "DELETE /api/devices", { headers: desk })).status).toBe(204);
  for (const { headers } of [device, second]) {
    await expectProblem(await ask(test.app, "GET /api/badge", { headers }), 401, "not-signed-in");
  }
  expect((await ask(test.app, "GET /api/badge", { headers: colleague.headers })).status).toBe(200);
  expect((await ask(test.app, "DELETE /api/devices", { headers: desk })).status).toBe(204);
  const events = await test.database.owner`
    SELECT data FROM events WHERE org_id = ${person.organisation.id} AND kind = 'devices_revoked'`;
  expect([...events]).toEqual([{ data: { person: { id: person.id, name: person.name }, count: 2 } }]);
});

it("lets a device unpair itself, and tells the extension by an answer it may read", async () => {
  const gone = await ask(test.app, "DELETE /api/devices/current", { headers: device.headers });
  expect(gone.status).toBe(204);
  const after = await ask(test.app, "GET /api/session", { headers: device.headers });
  expect(after.headers.get("access-control-allow-origin")).toBe(device.origin);
  await expectProblem(after, 401, "not-signed-in");
});

it("has no current device at the desk", async () => {
  await expectProblem(
    await ask(test.app, "DELETE /api/devices/current", { headers: desk }),
    404,
    "not-found",
  );
});

it("AUTH-03 does not find the device of another person or organisation", async () => {
  const colleague = await makePerson(test.database.db, person.organisation);
  const stranger = await makePerson(test.database.db, await makeOrganisation(test.database.db));
  for (const other of [colleague, stranger]) {
    const theirs = await makeDevice(test.database.db, other);
    const answer = await ask(test.app, `DELETE /api/devices/${theirs.id}`, { headers: desk });
    await expectProblem(answer, 404, "not-found");
    expect((await ask(test.app, "GET /api/badge", { headers: theirs.headers })).status).toBe(200);
  }
});

it("AUTH-07 does not let a device see or revoke devices", async () => {
  await expectProblem(
    await ask(test.app, "GET /api/devices", { headers: device.headers }),
    403,
    "not-allowed",
  );
  const answer = await ask(test.app, `DELETE /api/devices/${device.id}`, { headers: device.headers });
  await expectProblem(answer, 403, "not-allowed");
});

it("AUTH-08 refuses what is asked after a revocation while other requests of the device are in flight", async () => {
  const inFlight = Array.from({ length: 20 }, () =>
    ask(test.app, "GET /api/badge", { headers: device.headers }),
  );
  await ask(test.app, `DELETE /api/devices/${device.id}`, { headers: desk });
  await expectProblem(
    await ask(test.app, "GET /api/badge", { headers: device.headers }),
    401,
    "not-signed-in",
  );
  for (const answer of await Promise.all(inFlight)) expect([200, 401]).toContain(answer.status);
});
