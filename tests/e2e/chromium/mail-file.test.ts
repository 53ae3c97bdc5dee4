import { createHash } from "node:crypto";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sayMailFile } from "../../../extension/messages/mail-file/index";
import { barriersByDayAndNight } from "../../support/axe";
import { type Scene, setScene } from "../../support/scene";
import { openSidePanel } from "../../support/side-panel";
import { until } from "../../support/until";

let scene: Scene;

beforeAll(async () => {
  scene = await setScene();
});

afterAll(async () => {
  await scene?.close();
});

const PNG =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** A mail as a file, its words in windows-1251. */
function mailFile(name: string, words: string): { readonly name: string; readonly bytes: Buffer } {
  const decoder = new TextDecoder("windows-1251");
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  const text = [
    "From: =?windows-1251?B?w+vg9Ojw4A==?= <glafira@les.example>",
    "To: zabota@bystry-kot.example",
    "Date: Wed, 18 Nov 2026 20:40:05 +0300",
    `Message-ID: <${name}@les.example>`,
    "Subject: =?koi8-r?B?+sHLwdo=?= 5512",
    "MIME-Version: 1.0",
    "Content-Type: multipart/mixed; boundary=b",
    "",
    "--b",
    "Content-Type: text/plain; charset=windows-1251",
    "Content-Transfer-Encoding: 8bit",
    "",
    words,
    "",
    "18.11.2026, 19:02, zabota <zabota@bystry-kot.example>:",
    "> Заказ в пути.",
    "--b",
    "Content-Type: image/png",
    "Content-Transfer-Encoding: base64",
    "Content-Disposition: attachment; filename=receipt.png",
    "",
    PNG,
    "--b--",
    "",
  ].join("\r\n");
  return { name, bytes: Buffer.from([...text].map((character) => table.get(character) ?? 0x3f)) };
}

/** Drags files over the page and drops them, as a person does with the mouse. */
async function drop(page: Page, files: readonly ReturnType<typeof mailFile>[]): Promise<void> {
  const given = files.map(({ name, bytes }) => ({ name, bytes: bytes.toString("base64") }));
  const transfer = await page.evaluateHandle((all) => {
    const data = new DataTransfer();
    for (const { name, bytes } of all) {
      data.items.add(new File([Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0))], name));
    }
    return data;
  }, given);
  await page.dispatchEvent("body", "dragenter", { dataTransfer: transfer });
  await page.getByText(sayMailFile("ru", "drop")).waitFor();
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
}

describe("a mail file on the side panel", () => {
  it("is a draft when it is dropped, and registered with the mail itself as evidence", async () => {
    const panel = await openSidePanel(scene.browser);
    const { page } = panel;
    await page.getByRole("button", { name: sayMailFile("ru", "choose") }).waitFor();
    const file = mailFile("one.eml", "Заказ не привезли, деньги списаны.");
    await drop(page, [file]);
    await until(
      "the draft to be there",
      async () => (await panel.field("narrative").inputValue()) === "Заказ не привезли, деньги списаны.",
    );
    await page.getByText(sayMailFile("ru", "drop")).waitFor({ state: "detached" });
    expect(await panel.field("authorName").inputValue()).toBe("Глафира");
    await page.getByText("one.eml@les.example").waitFor();
    await panel.send();
    const { db } = scene.server;
    const registered = () => db.$client<{ clip: Record<string, unknown>; kind: string; sha256: string }[]>`
      SELECT c.clip, e.kind, encode(e.sha256, 'hex') AS sha256
      FROM complaints c
      JOIN evidence e ON e.org_id = c.org_id AND e.complaint_id = c.id
      JOIN files f ON f.org_id = e.org_id AND f.sha256 = e.sha256
      WHERE c.org_id = ${scene.organisation.id} ORDER BY e.kind`;
    await until("mail and picture to be stored", async () => (await registered()).length === 2);
    const rows = await registered();
    expect(rows.map(({ kind }) => kind).sort()).toEqual(["attachment", "mail"]);
    expect(rows.find(({ kind }) => kind === "mail")?.sha256).toBe(
      createHash("sha256").update(file.bytes).digest("hex"),
    );
    expect(rows[0]?.clip).toMatchObject({
      narrative: "Заказ не привезли, деньги списаны.",
      subject: "Заказ 5512",
      channel: "email",
      adapter: "mail-file",
      page: { url: null },
      postedAt: { at: "2026-11-18T17:40:05.000Z", precision: "exact" },
      mail: { messageId: "one.eml@les.example", to: "zabota@bystry-kot.example" },
    });
    await panel.close();
  });

  it("says of each file why it is no mail, and makes drafts of the others", async () => {
    const panel = await openSidePanel(scene.browser);
    const { page } = panel;
    await page.locator(".mail-files input[type=file]").setInputFiles([
      { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("просто слова") },
      { name: "two.eml", mimeType: "message/rfc822", buffer: mailFile("two.eml", "Второе письмо.").bytes },
      {
        name: "three.eml",
        mimeType: "message/rfc822",
        buffer: mailFile("three.eml", "Третье письмо.").bytes,
      },
    ]);
    await page.getByText(sayMailFile("ru", "drafts", { count: 2 })).waitFor();
    await page.getByText(`notes.txt: ${sayMailFile("ru", "refused.not-a-mail")}`).waitFor();
    expect(await panel.field("narrative").inputValue()).toBe("Второе письмо.");
    await panel.close();
  });

  it("is a draft when it is dropped on the popup, too", async () => {
    const page = await scene.browser.openOwnPage("popup.html");
    await page.getByRole("button", { name: sayMailFile("ru", "choose") }).waitFor();
    await drop(page, [mailFile("four.eml", "Четвёртое письмо.")]);
    await page.getByText(sayMailFile("ru", "drafts", { count: 1 })).waitFor();
    expect(await barriersByDayAndNight(page)).toEqual([]);
    await page.close();
    const panel = await openSidePanel(scene.browser);
    await until(
      "the draft to be there",
      async () => (await panel.field("narrative").inputValue()) === "Четвёртое письмо.",
    );
    await panel.close();
  });
});
