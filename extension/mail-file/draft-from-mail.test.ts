import "fake-indexeddb/auto";
import { clipSchema } from "@otklik/shared/complaint/clip";
import { LIMITS } from "@otklik/shared/complaint/limits";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { parserWindow } from "../../tests/support/parser-window";
import { SMALL_PNG } from "../../tests/support/small-png";
import { listDrafts } from "../draft/draft-store";
import { listDraftFiles } from "../storage/draft-files";
import { pictureType } from "./picture-type";
import { takeMailFiles } from "./take-mail-files";

function emlFile(name: string, subject: string): File {
  const lines = [
    "From: Glafira <glafira@les.example>",
    "To: zabota@bystry-kot.example",
    "Date: Wed, 18 Nov 2026 20:40:05 +0300",
    `Message-ID: <${name}@les.example>`,
    `Subject: ${subject}`,
    "Content-Type: multipart/mixed; boundary=b",
    "",
    "--b",
    "",
    "Nobody came.",
    "--b",
    "Content-Type: application/pdf",
    "Content-Disposition: attachment; filename=act.pdf",
    "",
    "%PDF-1.7",
    "--b",
    // A lie of its sender: the bytes are a picture all the same.
    "Content-Type: application/octet-stream",
    "Content-Disposition: attachment; filename=receipt.png",
    "Content-Transfer-Encoding: base64",
    "",
    Buffer.from(SMALL_PNG).toString("base64"),
    "--b",
    "Content-Type: image/png",
    "Content-Disposition: attachment; filename=evil.png",
    "",
    "<svg onload=alert(1)>",
    "--b--",
  ];
  return new File([lines.join("\r\n")], name, { type: "message/rfc822" });
}

beforeEach(() => {
  indexedDB.deleteDatabase("otklik");
  const window = parserWindow();
  for (const name of [
    "CharacterData",
    "Document",
    "DocumentFragment",
    "DOMParser",
    "Element",
    "HTMLIFrameElement",
    "HTMLImageElement",
    "Node",
    "ShadowRoot",
  ] as const) {
    vi.stubGlobal(name, window[name]);
  }
});

describe("a mail file that is taken", () => {
  it("becomes a draft whose first evidence is the file itself, byte for byte", async () => {
    const file = emlFile("one.eml", "Order 5512");
    expect(await takeMailFiles([file])).toEqual({ drafts: [expect.any(String)], refused: [] });
    const [draft] = await listDrafts();
    expect(draft?.request.clip).toMatchObject({
      narrative: "Nobody came.",
      subject: "Order 5512",
      author: { name: "Glafira", handle: "glafira@les.example" },
      postedAt: { at: "2026-11-18T17:40:05.000Z" },
      permalinkKey: "mail:one.eml@les.example",
      page: { title: "Order 5512", url: null },
      channel: "email",
      adapter: "mail-file",
      mail: { messageId: "one.eml@les.example", to: "zabota@bystry-kot.example" },
      sources: { narrative: "mail_file", author: "mail_file" },
    });
    expect(clipSchema.safeParse(draft?.request.clip).error?.issues ?? []).toEqual([]);
    const [mail, ...others] = (await listDraftFiles(draft?.id ?? "")).sort((one) =>
      one.id === "mail" ? -1 : 1,
    );
    expect(mail).toMatchObject({ id: "mail", kind: "mail", mediaType: "message/rfc822", name: "one.eml" });
    expect(await mail?.blob.text()).toBe(await file.text());
    expect(others.map(({ id, kind, mediaType, name }) => [id, kind, mediaType, name])).toEqual([
      ["attachment-2", "attachment", "image/png", "receipt.png"],
    ]);
  });

  it("has the hash of a picture's own bytes, and of no other file", async () => {
    await takeMailFiles([emlFile("one.eml", "Order 5512")]);
    const [draft] = await listDrafts();
    const digest = Buffer.from(await crypto.subtle.digest("SHA-256", SMALL_PNG)).toString("hex");
    expect(draft?.request.clip.attachments).toEqual([
      { kind: "file", url: null, alt: "act.pdf", sha256: null },
      { kind: "image", url: null, alt: "receipt.png", sha256: digest },
      { kind: "image", url: null, alt: "evil.png", sha256: null },
    ]);
  });
});

describe("several files", () => {
  it("become a draft each, the first on top; one that is none holds up no other", async () => {
    const files = [
      emlFile("one.eml", "First"),
      new File(["just words"], "notes.txt"),
      new File([new Uint8Array(LIMITS.evidenceBytes + 1)], "big.eml"),
      new File([Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)], "letter.msg"),
      emlFile("two.eml", "Second"),
    ];
    const taken = await takeMailFiles(files);
    expect(taken).toMatchObject({
      refused: [
        { name: "notes.txt", reason: "not-a-mail" },
        { name: "big.eml", reason: "too-big" },
        { name: "letter.msg", reason: "outlook-binary" },
      ],
    });
    const drafts = await listDrafts();
    expect(drafts.map(({ request }) => request.clip.subject)).toEqual(["First", "Second"]);
    expect(taken.drafts).toEqual(drafts.map(({ id }) => id));
  });

  it("FLT-07 are told to have failed where the browser keeps nothing", async () => {
    vi.spyOn(indexedDB, "open").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    expect(await takeMailFiles([emlFile("one.eml", "First")])).toEqual({
      drafts: [],
      refused: [{ name: "one.eml", reason: "failed" }],
    });
  });
});

it.each([
  [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], "image/png"],
  [[0xff, 0xd8, 0xff, 0xe0], "image/jpeg"],
  [[...Buffer.from("GIF89a")], "image/gif"],
  [[...Buffer.from("RIFF\0\0\0\0WEBP")], "image/webp"],
  [[...Buffer.from("RIFF\0\0\0\0WAVE")], null],
  [[...Buffer.from("<svg>")], null],
  [[], null],
])("knows a picture by its first bytes: %j is %s", (bytes, type) => {
  expect(pictureType(Uint8Array.from(bytes))).toBe(type);
});
