import { describe, expect, it } from "vitest";
import { itTakesHostileTextAsText } from "../../../../tests/support/hostile-page";
import { savedPage } from "../../../../tests/support/saved-page";
import { clipPage } from "../../clip-page";
import type { PageWindow } from "../../page";
import fixture from "./outlook.fixture.html?raw";

const ADDRESS = "https://outlook.office.com/mail/inbox/id/AAQkADhmYjAwMDAwLTExMTEtMjIyMg%3D%3D";
const moment = { now: new Date("2026-11-22T09:00:00Z"), zone: "Europe/Moscow" };

describe("a mail in Outlook on the web", () => {
  it("in which words are selected is read without the mail that it answers", () => {
    const window = savedPage(fixture, ADDRESS);
    select(window, "#UniqueMessageBody_1 .x_elementToProof");
    const { captured } = clipPage(window, { kind: "menu" }, { moment });
    expect(captured).toMatchObject({
      adapter: "outlook",
      channel: "webmail",
      narrative: "Добрый вечер.\n\nПакет порван, сыр пропал.",
      subject: "Возврат за заказ 7719",
      author: {
        name: "Лукерья Полынина",
        handle: "lukerya@pole.example",
        profileUrl: null,
        platformId: null,
      },
      permalink: null,
      permalinkKey: "outlook:AAkALgAAAAAAHYQDEapmEc2byACqAC+EWg0Alpha0001AAA=",
      postedAt: {
        at: "2026-11-18T17:40:00.000Z",
        precision: "minute",
        zoneKnown: false,
        raw: "Ср 18.11.2026 20:40",
      },
      attachments: [{ kind: "image", url: null, alt: "Фото пакета.jpg" }],
      mail: { messageId: null, to: "zabota@bystry-kot.example" },
      sources: { narrative: "adapter", subject: "adapter", author: "adapter", postedAt: "adapter" },
      missing: { permalink: "not_shown", rating: "not_shown", thread: "not_shown" },
      notes: [],
    });
  });

  it("is the last that stands open, and has no address where the sender's is not shown", () => {
    const { captured } = clipPage(savedPage(fixture, ADDRESS), { kind: "popup" }, { moment });
    expect(captured).toMatchObject({
      narrative: "Есть кто живой?",
      subject: "Возврат за заказ 7719",
      author: { name: "Лукерья Полынина", handle: null },
      mail: null,
    });
  });

  it("has the page's own address where it stands alone", () => {
    const alone = fixture
      .replace(
        /<div class="wide-content-host" data-itemid="[^"]+0002AAA=">[\s\S]*?Есть кто живой\?<\/div><\/div>\s*<\/div>/,
        "",
      )
      .replaceAll("data-itemid", "data-other");
    const { captured } = clipPage(savedPage(alone, ADDRESS), { kind: "popup" }, { moment });
    expect(captured).toMatchObject({
      narrative: "Добрый вечер.\n\nПакет порван, сыр пропал.",
      permalink: ADDRESS,
      permalinkKey: "outlook:AAQkADhmYjAwMDAwLTExMTEtMjIyMg==",
    });
  });

  it("is not guessed at between two", () => {
    const window = savedPage(fixture, ADDRESS);
    const gap = window.document.querySelector(".aVla3");
    const { captured } = clipPage(window, { kind: "picker" }, { moment, picked: gap === null ? [] : [gap] });
    expect(captured).toMatchObject({ narrative: null, author: null, postedAt: null, permalinkKey: null });
  });

  itTakesHostileTextAsText(fixture, ADDRESS);
});

function select(window: PageWindow, selector: string): void {
  const element = window.document.querySelector(selector);
  if (element !== null) window.getSelection()?.selectAllChildren(element);
}
