import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Clip } from "@otklik/shared/complaint/clip";
import type { RegisterComplaint } from "@otklik/shared/complaint/complaint";
import { ORGANISATION_ROLES, type OrganisationRole } from "@otklik/shared/people/roles";
import type { createApp } from "../../server/src/app";
import { ask } from "./ask";
import type { TestDatabase } from "./database";
import { makeDevice, makeOrganisation, makePerson, signIn, type TestPerson } from "./organisation";
import { sampleComplaint } from "./sample-complaint";

type Headers = Readonly<Record<string, string>>;
type App = ReturnType<typeof createApp>;

/** What a caller of an organisation sends, by role; `device` is an extension of the admin's. */
export type Callers = Readonly<Record<OrganisationRole | "device", Headers>>;

/** An organisation with something in every corner, and the ids by which others might ask for it. */
export interface LookAlike {
  readonly id: string;
  readonly callers: Callers;
  readonly people: readonly TestPerson[];
  readonly topicId: string;
  readonly complaints: readonly RegisterComplaint[];
  readonly permalinkKey: string;
  /** Of a file that lies in the store. */
  readonly sha256: string;
  /** What names one of its things in an address, by what it is of. */
  readonly ids: Readonly<Record<string, string>>;
}

/** Fills an organisation through the server itself; two of them differ by nothing but their ids. */
export async function makeLookAlike(
  app: Pick<App, "request">,
  database: TestDatabase,
  complaints: number,
): Promise<LookAlike> {
  const organisation = await makeOrganisation(database.db);
  const made = await Promise.all(
    ORGANISATION_ROLES.map((role) => makePerson(database.db, organisation, { name: "Анна", roles: [role] })),
  );
  const [admin, approver] = ["admin", "chair"].map((role) => made.find(({ roles }) => roles[0] === role));
  if (admin === undefined || approver === undefined) throw new Error("A role has nobody");
  const signedIn = await Promise.all(made.map((person) => signIn(database.db, person)));
  const device = await makeDevice(database.db, admin);
  const callers = Object.fromEntries([
    ...made.map(({ roles }, place) => [roles[0], signedIn[place]]),
    ["device", device.headers],
  ]) as Callers;
  const topicId = organisation.topics[0]?.id ?? "";

  const send = async (what: string, json: unknown, headers: Headers = callers.admin) => {
    const answer = await ask(app, what, { headers, json });
    if (!answer.ok) throw new Error(`${what}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  const file = Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), randomBytes(24)]);
  const sha256 = createHash("sha256").update(file).digest("hex");
  const permalinkKey = `forum.test:${randomUUID()}`;
  const evidence: Clip["evidence"] = [
    {
      kind: "screenshot",
      sha256,
      mediaType: "image/png",
      bytes: file.length,
      region: null,
      masks: [],
    },
  ];
  const registered = Array.from({ length: complaints }, () =>
    sampleComplaint({ kind: "claim", topicId, clip: { evidence, permalinkKey } }),
  );
  for (const complaint of registered) await send("POST /api/complaints", complaint);
  const [first] = registered;
  if (first === undefined) throw new Error("Nothing was registered");
  await ask(app, `PUT /api/evidence/${sha256}`, {
    headers: { ...callers.admin, "content-type": "image/png" },
    body: new Uint8Array(file),
  });
  const at = `/api/complaints/${first.id}`;
  const clipId = randomUUID();
  await send(`POST ${at}/clips`, { id: clipId, clip: sampleComplaint().clip });
  await send(`POST ${at}/subjects`, { personId: made[0]?.id });
  const [due] = await database.owner<{ due_on: string }[]>`
    SELECT (due_on + 5)::text AS due_on FROM due_dates
    WHERE org_id = ${organisation.id} AND complaint_id = ${first.id} AND clock = 'answer'`;
  const later = { clock: "answer", dueOn: due?.due_on, reason: "Ждём архив" };
  await send(`POST ${at}/extensions`, later, callers.head);
  await send(`POST ${at}/extensions/1/links`, { personId: approver.id });
  await send("POST /api/people", { name: "Анна", email: `${randomUUID()}@romashka.test`, roles: ["agent"] });
  const passkeyId = randomUUID();
  await database.owner`
    INSERT INTO passkeys (org_id, credential_id, id, person_id, name, public_key, sign_count, transports)
    VALUES (${organisation.id}, ${randomUUID()}, ${passkeyId}, ${admin.id}, 'Ключ', '', 0, '{}')`;
  await database.owner`
    INSERT INTO identities (org_id, issuer, subject, person_id)
    VALUES (${organisation.id}, 'https://id.romashka.test', ${randomUUID()}, ${admin.id})`;

  const idOf = async (table: string) => {
    const [row] = await database.owner<{ id: string }[]>`
      SELECT id FROM ${database.owner(table)} WHERE org_id = ${organisation.id} LIMIT 1`;
    return row?.id ?? "";
  };
  return {
    id: organisation.id,
    callers,
    people: made,
    topicId,
    complaints: registered,
    permalinkKey,
    sha256,
    ids: {
      organisation: organisation.id,
      person: admin.id,
      complaint: first.id,
      clip: clipId,
      device: device.id,
      session: await idOf("sessions"),
      passkey: passkeyId,
      identity: await idOf("identities"),
      link: await idOf("task_links"),
    },
  };
}
