import { describe, expect, it } from "vitest";
import { itTakesHostileTextAsText } from "../../../../tests/support/hostile-page";
import { savedPage } from "../../../../tests/support/saved-page";
import { clipPage } from "../../clip-page";
import type { PageWindow } from "../../page";
import fixture from "./gmail.fixture.html?raw";

const ADDRESS = "https://mail.google.com/mail/u/0/#inbox/FMfcgzQdzmVKRtLLkRmGnDsLbPPVtqRW";
const moment = { now: new Date("2026-11-22T09:00:00Z"), zone: "Europe/Moscow" };

describe("a mail in Gmail", () => {
  it("is the last that stands open, and what it quotes is left out", () => {
    const { captured } = clipPage(savedPage(fixture, ADDRESS), { kind: "popup" }, { moment });
    expect(captured).toMatchObject({
      adapter: "gmail",
      channel: "webmail",
      narrative: "Второй день жду ответа.\nПойду в суд.",
      subject: "Заказ 5512 не привезли",
      author: {
        name: "Глафира Снегирёва",
        handle: "glafira@les.example",
        profileUrl: null,
        platformId: null,
      },
      permalink: "https://mail.google.com/mail/u/0/#all/19a9f00000000003",
      permalinkKey: "gmail:19a9f00000000003",
      postedAt: {
        at: "2026-11-19T06:15:00.000Z",
        precision: "minute",
        zoneKnown: false,
        raw: "19 нояб. 2026 г., 9:15",
      },
      rating: null,
      thread: null,
      attachments: null,
      mail: { messageId: null, to: "zabota@bystry-kot.example, miron@les.example" },
      sources: {
        narrative: "adapter",
        subject: "adapter",
        author: "adapter",
        permalink: "adapter",
        postedAt: "adapter",
        mail: "adapter",
      },
      missing: { rating: "not_shown", thread: "not_shown", attachments: "not_shown" },
      title: "Заказ 5512 — zabota@bystry-kot.example — Почта",
      url: ADDRESS,
      more: [],
      notes: [],
    });
  });

  it("is the one in which words are selected, with the files that hang on it", () => {
    const window = savedPage(fixture, ADDRESS);
    select(window, "[data-legacy-message-id='19a9f00000000001'] .a3s > div > div:nth-of-type(2)");
    const { captured } = clipPage(window, { kind: "menu" }, { moment });
    expect(captured).toMatchObject({
      narrative: "Здравствуйте!\n\nЗаказ 5512 не привезли, деньги списаны.\nВерните 1 240 ₽.",
      permalinkKey: "gmail:19a9f00000000001",
      postedAt: { at: "2026-11-18T17:40:00.000Z" },
      attachments: [
        {
          kind: "file",
          alt: "Чек 5512.pdf",
          url: "https://mail.google.com/mail/u/0?attid=0.2&disp=safe",
        },
        {
          kind: "image",
          alt: "chek.jpg",
          url: "https://mail.google.com/mail/u/0?attid=0.1&disp=emb",
        },
      ],
    });
  });

  it("is the one that the address names", () => {
    const address = "https://mail.google.com/mail/u/1/#all/19a9f00000000001";
    const { captured } = clipPage(savedPage(fixture, address), { kind: "popup" }, { moment });
    expect(captured).toMatchObject({
      permalink: "https://mail.google.com/mail/u/1/#all/19a9f00000000001",
      permalinkKey: "gmail:19a9f00000000001",
    });
  });

  itTakesHostileTextAsText(fixture, ADDRESS);
});

function select(window: PageWindow, selector: string): void {
  const element = window.document.querySelector(selector);
  if (element !== null) window.getSelection()?.selectAllChildren(element);
}
