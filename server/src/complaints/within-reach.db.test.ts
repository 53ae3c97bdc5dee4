import { createHash, randomBytes } from "node:crypto";
import type { Evidence } from "@otklik/shared/complaint/clip";
import { type ComplaintPage, complaintPageSchema } from "@otklik/shared/complaint/complaint";
import { COMPLAINT_VIEWS } from "@otklik/shared/complaint/vocabulary";
import { beforeEach, describe, expect, it } from "vitest";
import { ask, expectProblem } from "../../../tests/support/ask";
import { useDeps } from "../../../tests/support/deps";
import {
  callerOf,
  makeDevice,
  makeOrganisation,
  makePerson,
  signIn,
  type TestDevice,
  type TestOrganisation,
  type TestPerson,
} from "../../../tests/support/organisation";
import { sampleComplaint } from "../../../tests/support/sample-complaint";
import { registerComplaint } from "./register-complaint";

const test = useDeps();
let organisation: TestOrganisation;
let person: TestPerson;
let colleague: TestPerson;
let device: TestDevice;

beforeEach(async () => {
  organisation = await makeOrganisation(test.database.db);
  // An admin at the desk: a device is narrower than its person, whoever they are.
  person = await makePerson(test.database.db, organisation, { roles: ["admin"] });
  colleague = await makePerson(test.database.db, organisation);
  device = await makeDevice(test.database.db, person);
});

const get = (path: string, headers: Readonly<Record<string, string>> = device.headers) =>
  ask(test.app, `GET /api/${path}`, { headers });

async function register(by: TestPerson, evidence: readonly Evidence[] = []): Promise<string> {
  const complaint = sampleComplaint({ clip: { evidence: [...evidence] } });
  await registerComplaint(test.deps, callerOf(by), complaint);
  return complaint.id;
}

async function handOver(id: string, to: TestPerson): Promise<void> {
  await test.database.owner`UPDATE complaints SET responsible_id = ${to.id} WHERE id = ${id}`;
}

async function list(query: string): Promise<ComplaintPage> {
  return complaintPageSchema.parse(await (await get(`complaints?${query}`)).json());
}

describe("AUTH-07 an extension's token reads a complaint", () => {
  it("that its person registered, also when another is responsible for it now", async () => {
    const id = await register(person);
    await handOver(id, colleague);
    expect((await get(`complaints/${id}`)).status).toBe(200);
  });

  it("that another registered and its person is responsible for", async () => {
    const id = await register(colleague);
    await handOver(id, person);
    expect((await get(`complaints/${id}`)).status).toBe(200);
  });

  it("of nobody else: it is answered as one that does not exist, though its person reads it at the desk", async () => {
    const id = await register(colleague);
    const refused = await expectProblem(await get(`complaints/${id}`), 404, "not-found");
    const unknown = await expectProblem(await get(`complaints/${sampleComplaint().id}`), 404, "not-found");
    expect({ ...refused, requestId: null }).toEqual({ ...unknown, requestId: null });
    expect((await get(`complaints/${id}`, await signIn(test.database.db, person))).status).toBe(200);
  });
});

describe("AUTH-07 the list of an extension's token", () => {
  it.each(COMPLAINT_VIEWS)("holds only its person's in the view %s", async (view) => {
    await register(colleague);
    const own = await register(person);
    await test.database.owner`UPDATE complaints SET next_due_at = '2026-01-01T00:00:00Z'`;
    const { complaints } = await list(`view=${view}`);
    const holds = view === "awaiting_decision" ? [] : [own];
    expect(complaints.map(({ id }) => id)).toEqual(holds);
  });

  it("is not widened by a search, nor by the cursor of a page at the desk", async () => {
    const ids = [await register(person), await register(colleague), await register(colleague)];
    const found = await list(`q=${encodeURIComponent(sampleComplaint().clip.narrative.split(" ")[0] ?? "")}`);
    expect(found.complaints.map(({ id }) => id)).toEqual([ids[0]]);
    expect((await list("q=3")).complaints).toEqual([]);

    const desk = await get("complaints?limit=1", await signIn(test.database.db, person));
    const { nextCursor } = complaintPageSchema.parse(await desk.json());
    expect((await list(`cursor=${nextCursor}`)).complaints.map(({ id }) => id)).toEqual([ids[0]]);
  });
});

describe("AUTH-07 evidence by an extension's token", () => {
  async function withFile(by: TestPerson, file = randomBytes(64)) {
    const bytes = new Uint8Array(Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), file]));
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const about: Pick<Evidence, "kind" | "mediaType" | "region" | "masks"> = {
      kind: "screenshot",
      mediaType: "image/png",
      region: null,
      masks: [],
    };
    const id = await register(by, [{ ...about, sha256, bytes: bytes.length }]);
    await ask(test.app, `PUT /api/evidence/${sha256}`, {
      headers: { ...device.headers, "content-type": "image/png" },
      body: bytes,
    });
    return { id, sha256 };
  }

  it("is that of its person's complaints, and no other's", async () => {
    const [own, other] = [await withFile(person), await withFile(colleague)];
    expect((await get(`evidence/${own.sha256}`)).status).toBe(200);
    await expectProblem(await get(`evidence/${other.sha256}`), 404, "not-found");
    expect((await get(`evidence/${other.sha256}`, await signIn(test.database.db, person))).status).toBe(200);
  });

  it("is that of a file which a colleague's complaint names as well", async () => {
    const file = randomBytes(64);
    await withFile(colleague, file);
    const { sha256 } = await withFile(person, file);
    expect((await get(`evidence/${sha256}`)).status).toBe(200);
  });
});

it.each([
  "GET complaints/:id/proof",
  "GET complaints/:id/proof.zip",
  "POST complaints/:id/triage",
  "GET devices",
  "POST calendar",
  "GET sites/health",
])("AUTH-07 refuses %s to an extension's token, and says that its scope is too narrow", async (route) => {
  const [method, path = ""] = route.split(" ");
  const id = await register(person);
  const answer = await ask(test.app, `${method} /api/${path.replace(":id", id)}`, {
    headers: device.headers,
    ...(method === "POST" && { json: {} }),
  });
  expect(answer.headers.get("www-authenticate")).toBe('Bearer error="insufficient_scope"');
  const { detail } = await expectProblem(answer, 403, "not-allowed");
  expect(detail).toMatch(/вырезает и читает ваши обращения/);
});

it("AUTH-07 does not speak of a scope to a person at the desk who may not", async () => {
  const answer = await get("sites/health", await signIn(test.database.db, colleague));
  expect(answer.headers.get("www-authenticate")).toBeNull();
  await expectProblem(answer, 403, "not-allowed");
});
