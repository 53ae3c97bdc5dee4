import { randomUUID } from "node:crypto";
import type { Clip } from "@otklik/shared/complaint/clip";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sayDesk } from "../../../server/web/messages/index";
import { barriersOn } from "../../support/axe";
import { type DeskBrowser, LOOKS, openDeskBrowser } from "../../support/desk-browser";
import { makeDevice, makeOrganisation, makePerson, type TestPerson } from "../../support/organisation";
import { overhangOf } from "../../support/overhang";
import { registerOver } from "../../support/register-over";
import { sampleComplaint } from "../../support/sample-complaint";
import { type ServerProcess, startServer } from "../../support/server-process";

let server: ServerProcess;
let browser: DeskBrowser;

beforeAll(async () => {
  server = await startServer();
  browser = await openDeskBrowser(server);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const FACTS: Partial<Clip> = {
  subject: "Третий раз без ужина",
  mail: { messageId: "20261119.7@pochta.test", to: "help@cat.test" },
  author: { name: "Зоя Ручьёва", handle: null, profileUrl: null, platformId: null },
  permalink: null,
  postedAt: { at: null, precision: "day", raw: "19 ноября", day: "2026-11-19" },
  rating: { value: 1.5, max: 5 },
  thread: {
    parent: {
      author: "Лев Осипов",
      permalink: "https://forum.test/t/5",
      narrative: "<img src=x onerror=alert(1)>",
    },
    position: 4,
  },
  attachments: [
    { kind: "image", url: "https://forum.test/cold.jpg", alt: "Холодный суп", sha256: "a".repeat(64) },
    { kind: "file", url: null, alt: null, sha256: null },
  ],
  sources: { narrative: "adapter", rating: "json_ld" },
  confidence: { author: "unsure", rating: "likely" },
  missing: { permalink: "unclear_which" },
};

type Said =
  | "clip.subject"
  | "clip.mail.to"
  | "clip.mail.messageId"
  | "clip.author"
  | "clip.permalink"
  | "clip.postedAt"
  | "clip.rating"
  | "clip.thread"
  | "clip.attachments"
  | "clip.attachment.file"
  | "clip.doubt.unsure"
  | "clip.missing.unclear_which";

/** A complaint with all that a post may have, and a clip that was added to it. */
async function makeComplaint(person: TestPerson): Promise<string> {
  const device = await makeDevice(server.db, person);
  const { clip: other } = sampleComplaint({ clip: { narrative: "И сегодня то же.\nСпасибо." } });
  const { id } = await registerOver(server, device, sampleComplaint({ clip: FACTS }));
  const answer = await fetch(`${server.url}/api/complaints/${id}/clips`, {
    method: "POST",
    headers: { ...device.headers, "content-type": "application/json" },
    body: JSON.stringify({ id: randomUUID(), clip: other }),
  });
  expect(answer.status).toBe(201);
  return id;
}

describe.each(LOOKS)("what a clip tells: $locale, $colorScheme", (look) => {
  const { locale } = look;

  it("all of it, with doubts and reasons, wide and narrow", async () => {
    const person = await makePerson(server.db, await makeOrganisation(server.db, { locale }));
    const id = await makeComplaint(person);
    const { page, context } = await browser.visit(look, person);
    await page.goto(`/complaints/${id}`);
    const clip = page.locator("section[aria-labelledby=clip-title]");
    await clip.waitFor();
    const told = await clip
      .locator("dt")
      .evaluateAll((names) =>
        Object.fromEntries(names.map((name) => [name.textContent, name.nextElementSibling?.textContent])),
      );
    const say = (key: Said) => sayDesk(locale, key);
    expect(told).toMatchObject({
      [say("clip.subject")]: "Третий раз без ужина",
      [say("clip.mail.to")]: "help@cat.test",
      [say("clip.mail.messageId")]: "20261119.7@pochta.test",
      [say("clip.author")]: expect.stringContaining(say("clip.doubt.unsure")),
      [say("clip.permalink")]: expect.stringContaining(say("clip.missing.unclear_which")),
      [say("clip.postedAt")]: expect.stringMatching(locale === "ru" ? /^19 нояб/ : /^19 Nov/),
      [say("clip.rating")]: expect.stringContaining(
        sayDesk(locale, "clip.rating.of", { value: 1.5, max: 5 }),
      ),
      [say("clip.thread")]: expect.stringMatching(/Лев Осипов.*4.*<img src=x onerror=alert\(1\)>/),
      [say("clip.attachments")]: expect.stringContaining("Холодный суп"),
    });
    expect(told[say("clip.attachments")]).toContain(say("clip.attachment.file"));
    const added = page.locator("section[aria-labelledby=added-title]");
    expect(await added.locator("blockquote").innerText()).toBe("И сегодня то же.\nСпасибо.");
    for (const width of [1280, 375]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await barriersOn(page)).toEqual([]);
      expect(await overhangOf(page)).toBeLessThanOrEqual(0);
    }
    await context.close();
  });
});
