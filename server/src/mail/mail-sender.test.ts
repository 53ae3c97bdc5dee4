import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type MailServer, startMailServer } from "../../../tests/support/mail-server";
import { createMailSender, type MailSender } from "./mail-sender";

const log = pino({ level: "silent" });
const FROM = "register@example.test";
const MAIL = { to: "somebody@example.test", subject: "Ссылка для входа", text: "Откройте: https://a.test/b" };
let server: MailServer;
let sender: MailSender;

function senderFor(smtpUrl: string): MailSender {
  const made = createMailSender({ smtpUrl, from: FROM }, log);
  if (made === null) throw new Error("There is a mail server");
  return made;
}

beforeAll(async () => {
  server = await startMailServer();
  sender = senderFor(server.url);
});

afterAll(() => server.close());

/** The headers of what came last, folded lines joined, and its body decoded. */
function lastReceived(): { headers: Record<string, string>; body: string } {
  const [head = "", ...rest] = (server.received.at(-1)?.raw ?? "").split("\r\n\r\n");
  const lines = head.replace(/\r\n\s+/g, " ").split("\r\n");
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 2)]),
  );
  const body = rest.join("\r\n\r\n").trimEnd();
  const isQuoted = headers["content-transfer-encoding"] === "quoted-printable";
  return { headers, body: isQuoted ? unquoted(body) : body };
}

function unquoted(text: string): string {
  const bytes = text.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, "%$1");
  return decodeURIComponent(bytes);
}

it("INJ-07 sends to the one address, from the one of the settings", async () => {
  expect(await sender.send(MAIL)).toBe(true);
  expect(server.received.at(-1)).toMatchObject({ from: FROM, to: [MAIL.to] });
  const { headers, body } = lastReceived();
  expect(headers).toMatchObject({
    from: `Otklik <${FROM}>`,
    to: MAIL.to,
    "auto-submitted": "auto-generated",
    "content-type": "text/plain; charset=utf-8",
  });
  expect(headers.subject).toMatch(/^=\?UTF-8\?/);
  expect(body).toBe(MAIL.text);
});

describe("INJ-07 a recipient that is not exactly one plain address", () => {
  it.each([
    ["a line break", "a@example.test\r\nBcc: b@example.test"],
    ["a line break at the end", "a@example.test\n"],
    ["a comma", "a@example.test,b@example.test"],
    ["a semicolon", "a@example.test;b@example.test"],
    ["a group", "x: a@example.test, b@example.test;"],
    ["a name", "Somebody <a@example.test>"],
    ["angle brackets", "<a@example.test>"],
    ["a quoted part", '"a b"@example.test'],
    ["a quoted address in front", '"b@evil.test"@example.test'],
    ["a comment", "a@example.test(b@evil.test)"],
    ["letters of another script", "a@пример.test"],
    ["letters of another script before the sign", "а@example.test"],
    ["two signs", "a@b@example.test"],
    ["a source route", "@evil.test:a@example.test"],
    ["a percent route", "a%evil.test@example.test"],
    ["no domain", "a@"],
    ["a bare word", "postmaster"],
    ["an address in brackets", "a@[127.0.0.1]"],
    ["spaces", " a@example.test"],
    ["nothing", ""],
  ])("is refused: %s", async (_what, to) => {
    const before = server.received.length;
    await expect(sender.send({ ...MAIL, to })).rejects.toMatchObject({ code: "invalid-request" });
    expect(server.received).toHaveLength(before);
  });

  it("is refused as a list", async () => {
    const mail = { ...MAIL, to: ["a@example.test", "b@example.test"] };
    await expect(Reflect.apply(sender.send, sender, [mail])).rejects.toMatchObject({
      code: "invalid-request",
    });
  });
});

it.each([
  ["a line break", "Hello\r\nBcc: b@example.test"],
  ["a line feed", "Hello\nBcc: b@example.test"],
  ["a line separator", "Hello\u2028there"],
  ["a NUL", "Hello\u0000"],
  ["nothing", ""],
])("INJ-07 refuses a subject with %s", async (_what, subject) => {
  await expect(sender.send({ ...MAIL, subject })).rejects.toMatchObject({ code: "invalid-request" });
});

it.each([
  ["{{constructor}} {{constructor.constructor('return process')()}}"],
  ["$" + "{7*7} #{7*7}"],
  ["<%= 7*7 %> <script>alert(1)</script>"],
  [".\r\nMAIL FROM:<evil@example.test>\r\n."],
])("INJ-08 sends text as it is: %s", async (text) => {
  await sender.send({ ...MAIL, text });
  expect(lastReceived().body.replaceAll("\r\n", "\n")).toBe(text.replaceAll("\r\n", "\n"));
  expect(server.received.at(-1)?.to).toEqual([MAIL.to]);
});

it("INJ-07 refuses an attachment, which could be a file of the server", async () => {
  const mail = { ...MAIL, attachments: [{ path: "/etc/passwd" }] };
  await expect(sender.send(mail)).rejects.toMatchObject({ code: "invalid-request" });
});

it("says that a mail was not sent when the mail server refuses it or is not there", async () => {
  const refusing = await startMailServer("no such person");
  expect(await senderFor(refusing.url).send(MAIL)).toBe(false);
  await refusing.close();
  expect(await senderFor(refusing.url).send(MAIL)).toBe(false);
});

it("never sends a password over a network without encryption", async () => {
  const lines: string[] = [];
  // Leads here, but is not an address that surely does.
  const smtpUrl = `smtp://user:secret@0.0.0.0:${new URL(server.url).port}`;
  const careful = createMailSender(
    { smtpUrl, from: FROM },
    pino({}, { write: (line: string) => lines.push(line) }),
  );
  expect(await careful?.send(MAIL)).toBe(false);
  expect(lines.map((line) => JSON.parse(line).err.code)).toEqual(["ETLS"]);
});

it("is not there without settings", () => {
  expect(createMailSender(null, log)).toBeNull();
});
