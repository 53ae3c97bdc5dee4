import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import type { RegisterComplaint } from "@otklik/shared/complaint/complaint";
import { afterEach, beforeEach, expect, it } from "vitest";
import { connect } from "../../server/src/db/client";
import { openOwnedPostgres } from "../../server/src/db/owned/owned-postgres";
import { makeDevice, makeOrganisation, makePerson, type TestDevice } from "../support/organisation";
import { sampleComplaint } from "../support/sample-complaint";
import { type DataFolder, makeDataFolder } from "./data-folder";
import { type ServerChild, spawnServer } from "./server-child";

let folder: DataFolder;
let server: ServerChild;
let device: TestDevice;

beforeEach(async () => {
  folder = await makeDataFolder();
  server = await spawnServer({ DATA_DIR: folder.path });
  await server.ready();
  const db = connect((await openOwnedPostgres(folder.path)).url, { applicationName: "otklik-test" });
  device = await makeDevice(db, await makePerson(db, await makeOrganisation(db)));
  await db.$client.end();
});

afterEach(async () => {
  await folder.remove();
});

/** Sends the first half; `finish` sends the rest and resolves with the status. */
async function beginRegistering(complaint: RegisterComplaint): Promise<{ finish(): Promise<number> }> {
  const body = Buffer.from(JSON.stringify(complaint));
  const sent = request(`${server.url}/api/complaints`, {
    method: "POST",
    headers: {
      ...device.headers,
      "content-type": "application/json",
      "content-length": body.byteLength,
      // The server says when it has begun with it.
      expect: "100-continue",
    },
    agent: false,
  });
  const answered: Promise<IncomingMessage> = once(sent, "response").then(([response]) => response);
  // Looked at only when it is finished; until then a failure is not a stray one.
  answered.catch(() => {});
  const half = body.byteLength >> 1;
  sent.flushHeaders();
  await once(sent, "continue");
  sent.write(body.subarray(0, half));
  return {
    async finish() {
      sent.end(body.subarray(half));
      const response = await answered;
      response.resume();
      return response.statusCode ?? 0;
    },
  };
}

it("FLT-08 finishes the 50 requests that were begun when it is asked to stop, takes no new one, and ends with 0", async () => {
  const begun = await Promise.all(Array.from({ length: 50 }, () => beginRegistering(sampleComplaint())));
  const ended = server.end("SIGTERM");
  await expect
    .poll(() =>
      fetch(`${server.url}/healthz`).then(
        () => "taken",
        () => "refused",
      ),
    )
    .toBe("refused");
  const statuses = await Promise.all(begun.map(({ finish }) => finish()));
  expect(statuses).toEqual(Array(50).fill(201));
  expect(await ended).toBe(0);
  expect(await folder.postmaster()).toBeNull();
});
