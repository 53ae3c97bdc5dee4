import { LIMITS } from "@otklik/shared/complaint/limits";
import { describe, expect, it } from "vitest";
import { parserWindow } from "../../tests/support/parser-window";
import { type MailFile, MailFileRefused, readMailFile } from "./read-mail-file";

const moment = { now: new Date("2026-11-22T09:00:00Z"), zone: "Europe/Moscow" };
const window = parserWindow();

const WORDS = "Здравствуйте! Заказ 5512 не привезли.\nВерните 1 240 рублей.";
const NAME = "Глафира Снегирёва";
const SUBJECT = "Где мой заказ?";

type Charset = "utf-8" | "windows-1251" | "koi8-r";

/** Each byte that a charset has for a character, found by reading all of them. */
function encode(text: string, charset: Charset): Uint8Array<ArrayBuffer> {
  if (charset === "utf-8") return new TextEncoder().encode(text);
  const decoder = new TextDecoder(charset);
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return Uint8Array.from([...text].map((character) => table.get(character) ?? 0x3f));
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
const quoted = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => `=${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
const percent = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
const word = (text: string, charset: Charset) => `=?${charset}?B?${base64(encode(text, charset))}?=`;
const qWord = (text: string, charset: Charset) => `=?${charset}?Q?${quoted(encode(text, charset))}?=`;

/** Lines joined as a mail has them; a line may be bytes already. */
function mail(...lines: readonly (string | Uint8Array)[]): ArrayBuffer {
  const bytes = lines.flatMap((line) => [
    ...(typeof line === "string" ? new TextEncoder().encode(line) : line),
    13,
    10,
  ]);
  return Uint8Array.from(bytes).buffer;
}

const read = (bytes: ArrayBuffer): Promise<MailFile> => readMailFile(bytes, moment, window);

async function refusal(bytes: ArrayBuffer): Promise<string> {
  try {
    await read(bytes);
    return "read";
  } catch (error) {
    return error instanceof MailFileRefused ? error.reason : String(error);
  }
}

describe("a mail file", () => {
  it("is read whole: who, to whom, when, its ids, its subject, what is new, what hangs on it", async () => {
    const { post, notes, parts } = await read(
      mail(
        `From: ${word(NAME, "utf-8")} <glafira@les.example>`,
        `To: ${word("Забота", "utf-8")} <zabota@bystry-kot.example>, miron@les.example`,
        "Date: Wed, 18 Nov 2026 20:40:05 +0300 (MSK)",
        "Message-ID: <abc.1@les.example>",
        "In-Reply-To: <old.2@bystry-kot.example>",
        "References: <old.1@bystry-kot.example> <old.2@bystry-kot.example>",
        `Subject: Re: ${word(SUBJECT, "utf-8")}`,
        "MIME-Version: 1.0",
        'Content-Type: multipart/mixed; boundary="b1"',
        "",
        "--b1",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: base64",
        "",
        base64(
          encode(
            `${WORDS}\n\n18.11.2026, 19:02, "Забота" <zabota@bystry-kot.example>:\n> Заказ в пути.`,
            "utf-8",
          ),
        ),
        "--b1",
        "Content-Type: image/png",
        "Content-Transfer-Encoding: base64",
        `Content-Disposition: attachment; filename*=UTF-8''${percent(encode("чек.png", "utf-8"))}`,
        "",
        base64(Uint8Array.of(0x89, 0x50, 0x4e, 0x47)),
        "--b1",
        `Content-Type: application/pdf; name="${word("акт.pdf", "koi8-r")}"`,
        "Content-Disposition: attachment",
        "Content-Transfer-Encoding: base64",
        "",
        base64(encode("%PDF-1.7", "utf-8")),
        "--b1--",
      ),
    );
    expect(post).toMatchObject({
      narrative: WORDS,
      subject: `Re: ${SUBJECT}`,
      author: { name: NAME, handle: "glafira@les.example", profileUrl: null, platformId: null },
      permalink: null,
      permalinkKey: "mail:abc.1@les.example",
      postedAt: {
        at: "2026-11-18T17:40:05.000Z",
        precision: "exact",
        raw: "Wed, 18 Nov 2026 20:40:05 +0300 (MSK)",
      },
      attachments: [
        { kind: "image", url: null, alt: "чек.png" },
        { kind: "file", url: null, alt: "акт.pdf" },
      ],
      mail: {
        messageId: "abc.1@les.example",
        to: "zabota@bystry-kot.example, miron@les.example",
        inReplyTo: "old.2@bystry-kot.example",
      },
      sources: { narrative: "mail_file", subject: "mail_file", author: "mail_file", postedAt: "mail_file" },
      missing: { permalink: "not_shown", rating: "not_shown", thread: "not_shown" },
    });
    expect(notes).toEqual([]);
    expect(parts.map(({ name, mediaType, bytes }) => [name, mediaType, bytes.length])).toEqual([
      ["чек.png", "image/png", 4],
      ["акт.pdf", "application/pdf", 8],
    ]);
  });

  const CHARSETS: readonly Charset[] = ["windows-1251", "koi8-r", "utf-8"];
  const ENCODINGS: readonly (readonly [string, (bytes: Uint8Array) => string | Uint8Array])[] = [
    ["8bit", (bytes) => bytes],
    ["quoted-printable", quoted],
    ["base64", base64],
  ];
  const EACH = CHARSETS.flatMap((charset) =>
    ENCODINGS.map(([name, write]) => [charset, name, write] as const),
  );

  it.each(EACH)("in %s as %s is read in its letters", async (charset, encoding, write) => {
    const { post } = await read(
      mail(
        `From: ${qWord(NAME, charset)} <glafira@les.example>`,
        `Subject: ${word(SUBJECT, charset)}`,
        `Content-Type: text/plain; charset=${charset}`,
        `Content-Transfer-Encoding: ${encoding}`,
        "",
        write(encode(WORDS, charset)),
      ),
    );
    expect(post).toMatchObject({ narrative: WORDS, subject: SUBJECT, author: { name: NAME } });
  });

  it.each(EACH)(
    "in %s as %s that names no charset is read in its letters too",
    async (charset, encoding, write) => {
      const { post } = await read(
        mail(
          Uint8Array.from([
            ...encode("From: ", "utf-8"),
            ...encode(NAME, charset),
            ...encode(" <glafira@les.example>", "utf-8"),
          ]),
          Uint8Array.from([...encode("Subject: ", "utf-8"), ...encode(SUBJECT, charset)]),
          "Content-Type: text/plain",
          `Content-Transfer-Encoding: ${encoding}`,
          "",
          write(encode(WORDS, charset)),
        ),
      );
      expect(post).toMatchObject({ narrative: WORDS, subject: SUBJECT, author: { name: NAME } });
    },
  );

  it.each([
    ["no Content-Type at all", []],
    ["an ASCII that it is not", ['Content-Type: text/plain;\r\n charset="us-ascii"']],
  ])("in windows-1251 with %s is read in its letters", async (_what, headers) => {
    const { post } = await read(
      mail("From: glafira@les.example", "Subject: zakaz", ...headers, "", encode(WORDS, "windows-1251")),
    );
    expect(post.narrative).toBe(WORDS);
  });

  it("of the West that names no charset keeps its letters", async () => {
    const { post } = await read(
      mail(
        "From: a@les.example",
        "Subject: s",
        "",
        Uint8Array.from([
          ...encode("Gr", "utf-8"),
          0xfc,
          0xdf,
          ...encode("e aus M", "utf-8"),
          0xfc,
          ...encode("nchen", "utf-8"),
        ]),
      ),
    );
    expect(post.narrative).toBe("Grüße aus München");
  });

  it("with several parts that name no charset has each in its own", async () => {
    const { post } = await read(
      mail(
        "From: glafira@les.example",
        "Subject: zakaz",
        "Content-Type: multipart/mixed; boundary=b",
        "",
        "--b",
        "Content-Type: text/plain",
        "",
        encode("Заказ не привезли, деньги списаны.", "koi8-r"),
        "--b",
        "Content-Type: text/plain",
        "Content-Transfer-Encoding: quoted-printable",
        "",
        quoted(encode("Верните деньги, пожалуйста.", "windows-1251")),
        "--b--",
      ),
    );
    expect(post.narrative).toBe("Заказ не привезли, деньги списаны.\n\nВерните деньги, пожалуйста.");
  });

  it("with HTML alone gives its words, without scripts, what it hides and what it quotes", async () => {
    const html = `<html><head><style>p{}</style><title>x</title></head><body><div style="display:none">скрыто</div><p>Заказ не привезли.</p><p>Верните деньги.<script>alert(1)</script></p><div>18.11.2026, 19:02, "Забота" &lt;zabota@bystry-kot.example&gt;:</div><blockquote>В пути.</blockquote></body></html>`;
    const { post } = await read(
      mail(
        "From: a@les.example",
        "Subject: s",
        "Content-Type: text/html; charset=windows-1251",
        "",
        encode(html, "windows-1251"),
      ),
    );
    expect(post.narrative).toBe("Заказ не привезли.\n\nВерните деньги.");
  });

  it.each([
    [
      "without seconds",
      "Wed, 18 Nov 2026 20:40 +0300",
      { at: "2026-11-18T17:40:00.000Z", precision: "minute" },
    ],
    ["in Greenwich", "18 Nov 2026 17:40:05 GMT", { at: "2026-11-18T17:40:05.000Z", precision: "exact" }],
    ["without a zone", "18.11.2026 20:40", { at: "2026-11-18T17:40:00.000Z", zoneKnown: false }],
    ["that is none", "позавчера же", { at: null, precision: "unknown" }],
  ])("has the instant of its header: a date %s", async (_what, date, expected) => {
    const { post } = await read(mail("From: a@les.example", `Date: ${date}`, "Subject: s", "", "x"));
    expect(post.postedAt).toMatchObject({ ...expected, raw: date });
  });

  it("without a date or a sender has neither, and says so", async () => {
    const { post } = await read(mail("To: a@les.example", "Subject: s", "", "Верните деньги."));
    expect(post).toMatchObject({
      author: null,
      postedAt: null,
      permalinkKey: null,
      missing: { author: "not_shown", postedAt: "not_shown" },
    });
  });

  it.each([
    ["an mbox's first line", "From glafira@les.example Wed Nov 18 20:40:05 2026"],
    ["Apple's length", "1204      "],
  ])("is read below %s", async (_what, first) => {
    const { post } = await read(mail(first, "From: a@les.example", "Subject: s", "", "Верните деньги."));
    expect(post).toMatchObject({ narrative: "Верните деньги.", subject: "s" });
  });

  it("keeps hostile headers as text", async () => {
    const { post } = await read(
      mail(
        'From: "<img src=x onerror=alert(1)>" <a@les.example>',
        `Subject: ${word("a\r\nBcc: evil@x.example\u202e<script>", "utf-8")}`,
        "Message-ID: <javascript:alert(1)>",
        "",
        "<b>Верните</b> деньги",
      ),
    );
    expect(post).toMatchObject({
      narrative: "<b>Верните</b> деньги",
      subject: "a Bcc: evil@x.example\u202e<script>",
      author: { name: "<img src=x onerror=alert(1)>", handle: "a@les.example" },
      permalink: null,
      mail: { messageId: "javascript:alert(1)" },
    });
  });

  it.each([
    ["empty", new ArrayBuffer(0)],
    ["outlook-binary", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1).buffer],
    ["not-a-mail", mail("Просто текст.", "Ещё строка: вот.")],
    ["not-a-mail", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a).buffer],
    ["too-big", new ArrayBuffer(LIMITS.evidenceBytes + 1)],
    ["broken", mail("From: a@les.example", ...nested(300))],
  ])("is refused as %s", async (reason, bytes) => {
    expect(await refusal(bytes)).toBe(reason);
  });
});

/** Parts within parts, deeper than anybody reads. */
function nested(depth: number): string[] {
  return Array.from({ length: depth }, (_, level) => [
    `Content-Type: multipart/mixed; boundary=b${level}`,
    "",
    `--b${level}`,
  ]).flat();
}
