import { beforeEach, expect, it } from "vitest";
import { ask } from "../../../tests/support/ask";
import { useDeps } from "../../../tests/support/deps";
import { createPasswords } from "../people/passwords";
import { USAGE } from "./admin-command";
import { answerWords } from "./answer-words";
import { runAdmin } from "./run-admin";

const test = useDeps();
const PASSWORD = "верный пароль";
const DONE = { printed: "", said: "", status: 0 };

const answer = (...words: string[]) =>
  answerWords(words, (command) => runAdmin(test.deps, createPasswords(), command, async () => PASSWORD));

const signIn = (email: string) =>
  ask(test.app, "POST /api/session", {
    headers: { "sec-fetch-site": "same-origin" },
    json: { email, password: PASSWORD },
  });

beforeEach(async () => {
  await test.database.owner`DELETE FROM rate_limits`;
});

/** In this order: each finds what those before it have made. */
const LINES: readonly { line: string; words: string[]; answered: object; after?: () => Promise<void> }[] = [
  {
    line: "setup-link",
    words: ["setup-link"],
    answered: { ...DONE, printed: expect.stringMatching(/^http:\/\/127\.0\.0\.1:8787\/setup#\S+\n$/) },
  },
  {
    line: "platform create --email E --password-stdin [--name N]",
    words: ["platform", "create", "--email", "pavel@platform.test", "--password-stdin", "--name", "Павел"],
    answered: {
      ...DONE,
      printed: "pavel@platform.test signs in at http://127.0.0.1:8787 and makes organisations there.\n",
    },
    after: async () => expect((await signIn("pavel@platform.test")).status).toBe(201),
  },
  {
    line: "platform remove --email E",
    words: ["platform", "remove", "--email", "nobody@platform.test"],
    answered: {
      printed: "",
      said: "There is no platform administrator with the e-mail nobody@platform.test.\n",
      status: 1,
    },
  },
  {
    line: "create --email E --password-stdin [--name N] [--organisation O] [--zone Z]",
    words: [
      ...["create", "--email", "anna@romashka.test", "--password-stdin"],
      ...["--name", "Анна", "--organisation", "Служба ответа «Ромашка»", "--zone", "Asia/Omsk"],
    ],
    answered: { ...DONE, printed: "anna@romashka.test signs in at http://127.0.0.1:8787.\n" },
    after: async () => expect((await signIn("anna@romashka.test")).status).toBe(201),
  },
  {
    line: "second-factor off --email E",
    words: ["second-factor", "off", "--email", "anna@romashka.test"],
    answered: {
      printed: "",
      said: "anna@romashka.test has neither a second factor nor a passkey.\n",
      status: 1,
    },
  },
  {
    line: "token --email E --scope S[,S…]",
    words: ["token", "--email", "anna@romashka.test", "--scope", "badge:read,complaint:read"],
    answered: { ...DONE, printed: expect.stringMatching(/^\S{20,}\n$/) },
  },
];

it("tries each line of its usage here", () => {
  const told = USAGE.split("\n").slice(1);
  expect(LINES.map(({ line }) => `  pnpm admin ${line}`).sort()).toEqual(told.sort());
});

it.each(LINES)("does what its usage says: $line", async ({ words, answered, after }) => {
  expect(await answer(...words)).toEqual(answered);
  await after?.();
});

it.each([
  ["the platform’s", ["platform", "create"], "second@platform.test"],
  ["an organisation’s", ["create"], "second@romashka.test"],
])("makes %s administrator without what is optional", async (_whose, verb, email) => {
  expect(await answer(...verb, "--email", email, "--password-stdin")).toEqual({
    ...DONE,
    printed: expect.stringMatching(`^${email} signs in at http.*\\.\n$`),
  });
});

it.each([
  ["a form that is not there", "No-Address", "The email does not fit: "],
  ["a person who is there", "pavel@platform.test", "already.\n"],
])("names what is wrong in one sentence: %s", async (_what, email, sentence) => {
  const answered = await answer("platform", "create", "--email", email, "--password-stdin");
  expect(answered).toEqual({ printed: "", said: expect.stringContaining(sentence), status: 1 });
});

it("says that there is no such organisation, and who makes one", async () => {
  const words = ["create", "--email", "new@other.test", "--password-stdin", "--organisation", "Other Org"];
  expect(await answer(...words)).toEqual({
    printed: "",
    said: "There is no organisation Other Org: there is Служба ответа «Ромашка»; the platform administrator makes new ones at the desk.\n",
    status: 1,
  });
});

it("names nobody as the doer of what was done on the machine itself", async () => {
  const made = await test.database.owner`SELECT actor_id FROM events WHERE kind = 'admin_created'`;
  expect(made).toHaveLength(3);
  expect(made.every(({ actor_id: actor }) => actor === null)).toBe(true);
});

it.each([[["--help"]], [["-h"]], [["help"]], [["create", "--help"]]])(
  "prints its usage for %j",
  async (words) => {
    expect(await answer(...words)).toEqual({ ...DONE, printed: `${USAGE}\n` });
  },
);

it("says what it does not know, and its usage, on the error stream", async () => {
  const said = `There is no command destroy.\n${USAGE}\n`;
  expect(await answer("destroy")).toEqual({ printed: "", said, status: 2 });
});
