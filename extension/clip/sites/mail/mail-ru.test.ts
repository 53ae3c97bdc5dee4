import { describe, expect, it } from "vitest";
import { itTakesHostileTextAsText } from "../../../../tests/support/hostile-page";
import { savedPage } from "../../../../tests/support/saved-page";
import { clipPage } from "../../clip-page";
import fixture from "./mail-ru.fixture.html?raw";

const ADDRESS = "https://e.mail.ru/inbox/0:17634876000000000001:0/";
const moment = { now: new Date("2026-11-22T09:00:00Z"), zone: "Europe/Moscow" };

describe("a mail in Mail.ru", () => {
  it("is read without the mail that it answers, which stands in the same classes, and without its signature", () => {
    const { captured } = clipPage(savedPage(fixture, ADDRESS), { kind: "popup" }, { moment });
    expect(captured).toMatchObject({
      adapter: "mail-ru",
      channel: "webmail",
      narrative: "Прошу вернуть деньги за заказ 3304.\nАкт приложен.",
      subject: "Претензия по заказу 3304",
      author: { name: "Агафья Речная", handle: "agafya@reka.example", profileUrl: null, platformId: null },
      permalink: ADDRESS,
      permalinkKey: "mail-ru:17634876000000000001",
      postedAt: {
        at: "2026-11-18T17:40:00.000Z",
        precision: "minute",
        zoneKnown: false,
        raw: "18 ноября, 20:40",
      },
      rating: null,
      thread: null,
      attachments: [{ kind: "file", url: null, alt: "акт.pdf" }],
      mail: { messageId: null, to: "zabota@bystry-kot.example" },
      sources: { narrative: "adapter", subject: "adapter", author: "adapter", mail: "adapter" },
      notes: [],
    });
  });

  it("has no address where the page's own is of another mail of its conversation", () => {
    const address = "https://e.mail.ru/inbox/0:17634999990000000002:0/";
    const { captured } = clipPage(savedPage(fixture, address), { kind: "popup" }, { moment });
    expect(captured).toMatchObject({
      permalink: null,
      permalinkKey: "mail-ru:17634876000000000001",
    });
  });

  it("that is folded to its head has no words", () => {
    const window = savedPage(fixture, ADDRESS);
    const folded = window.document.querySelector(".letter:not(.letter_expanded) .letter__author");
    const { captured } = clipPage(
      window,
      { kind: "picker" },
      { moment, picked: folded === null ? [] : [folded] },
    );
    expect(captured.narrative).toBeNull();
  });

  itTakesHostileTextAsText(fixture, ADDRESS);
});
