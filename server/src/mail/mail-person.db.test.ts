import { LIMITS } from "@otklik/shared/complaint/limits";
import type { Mail } from "@otklik/shared/people/mail";
import { invitedSchema } from "@otklik/shared/people/people";
import { pino } from "pino";
import { beforeEach, expect, it } from "vitest";
import { ask } from "../../../tests/support/ask";
import { useDeps } from "../../../tests/support/deps";
import { type MailServer, startMailServer } from "../../../tests/support/mail-server";
import { makeOrganisation, makePerson, signIn, type TestPerson } from "../../../tests/support/organisation";
import { createApp } from "../app";
import { createMailSender } from "./mail-sender";

const test = useDeps();
const INVITED = { name: "Анна Снегирёва", roles: ["agent"] };
let admin: TestPerson;

beforeEach(async () => {
  admin = await makePerson(test.database.db, await makeOrganisation(test.database.db), { roles: ["admin"] });
});

/** Invites somebody by a server that mails through this one. */
async function invite(server: MailServer, email: string) {
  const mail = createMailSender(
    { smtpUrl: server.url, from: "otklik@romashka.test" },
    pino({ level: "silent" }),
  );
  const answer = await ask(createApp({ ...test.deps, mail }), "POST /api/people", {
    headers: { ...(await signIn(test.database.db, admin)) },
    json: { ...INVITED, email },
  });
  expect(answer.status).toBe(201);
  return invitedSchema.parse(await answer.json()).link;
}

it.each([
  ["the longest that there may be", "Ж".repeat(LIMITS.nameLength)],
  ["of emoji", "🌼".repeat(LIMITS.nameLength / 2)],
])("mails for an organisation whose name is %s: its subject has the beginning", async (_what, name) => {
  await test.database.owner`UPDATE organisations SET name = ${name} WHERE id = ${admin.organisation.id}`;
  const server = await startMailServer();
  try {
    expect(await invite(server, "anna@romashka.test")).toMatchObject({ mailed: true });
    expect(server.received.map(({ to }) => to)).toEqual([["anna@romashka.test"]]);
  } finally {
    await server.close();
  }
});

it.each<[string, (() => Promise<MailServer>) | null]>([
  ["refuses the address", () => startMailServer("550 No such user")],
  ["is not there", null],
])("gives the link, not mailed, when the mail server %s", async (_what, start) => {
  const server = (await start?.()) ?? { ...(await startMailServer()), received: [] as const };
  if (start === null) await server.close();
  try {
    const link = await invite(server, "anna@romashka.test");
    expect(link).toMatchObject({ mailed: false, url: expect.stringContaining("/invitation#") });
  } finally {
    if (start !== null) await server.close();
  }
});

it("gives the link, not mailed, when a mail cannot be made", async () => {
  const refused: Mail[] = [];
  const mail = {
    async send(made: Mail): Promise<boolean> {
      refused.push(made);
      throw new Error("no mail of ours");
    },
  };
  const answer = await ask(createApp({ ...test.deps, mail }), "POST /api/people", {
    headers: { ...(await signIn(test.database.db, admin)) },
    json: { ...INVITED, email: "anna@romashka.test" },
  });
  expect(answer.status).toBe(201);
  expect(invitedSchema.parse(await answer.json()).link.mailed).toBe(false);
  expect(refused).toHaveLength(1);
});
