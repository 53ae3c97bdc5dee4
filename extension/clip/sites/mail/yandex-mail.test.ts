import { describe, expect, it } from "vitest";
import { itTakesHostileTextAsText } from "../../../../tests/support/hostile-page";
import { savedPage } from "../../../../tests/support/saved-page";
import { clipPage } from "../../clip-page";
import fixture from "./yandex-mail.fixture.html?raw";

const ADDRESS = "https://mail.yandex.ru/?uid=1000#message/181900000000000005";
const moment = { now: new Date("2026-11-22T09:00:00Z"), zone: "Europe/Moscow" };

describe("a mail in Yandex Mail", () => {
  it("is the one that the address names, without the mail that it answers", () => {
    const { captured } = clipPage(savedPage(fixture, ADDRESS), { kind: "popup" }, { moment });
    expect(captured).toMatchObject({
      adapter: "yandex-mail",
      channel: "webmail",
      narrative: "Привезли холодным.\nКурьер сказал: «сами грейте».",
      subject: "Холодный ужин",
      author: { name: "Пров Горин", handle: "prov@gora.example", profileUrl: null, platformId: null },
      permalink: ADDRESS,
      permalinkKey: "yandex-mail:181900000000000005",
      postedAt: {
        at: "2026-11-18T17:40:00.000Z",
        precision: "minute",
        zoneKnown: false,
        raw: "18 ноября 2026 в 20:40",
      },
      rating: null,
      thread: null,
      attachments: [{ kind: "image", url: null, alt: "ужин.png" }],
      mail: { messageId: null, to: "zabota@bystry-kot.example" },
      sources: { narrative: "adapter", subject: "adapter", author: "adapter", mail: "adapter" },
      notes: [],
    });
  });

  it("of a conversation is the last that stands open, where the address names none", () => {
    const address = "https://mail.yandex.ru/?uid=1000#thread/t181900000000000005";
    const { captured } = clipPage(savedPage(fixture, address), { kind: "popup" }, { moment });
    expect(captured).toMatchObject({
      narrative: "Разберёмся.",
      author: { name: "Забота «Быстрого кота»", handle: "zabota@bystry-kot.example" },
      permalinkKey: "yandex-mail:181900000000000009",
      postedAt: { at: "2026-11-21T06:15:00.000Z", precision: "minute", raw: "вчера в 9:15" },
    });
  });

  it("in the older page is read by its classes", () => {
    const older = `<title>Письмо</title><div class="mail-Message"><div class="mail-Message-Toolbar-Subject">Холодный ужин</div>
      <span class="ns-view-message-head-sender-name">Пров Горин</span><span class="mail-Message-Sender-Email">prov@gora.example</span>
      <div class="ns-view-message-head-date">18 ноября 2026 в 20:40</div>
      <div class="js-message-body-content mail-Message-Body-Content"><p>Привезли холодным.</p></div></div>`;
    expect(clipPage(savedPage(older, ADDRESS), { kind: "popup" }, { moment }).captured).toMatchObject({
      narrative: "Привезли холодным.",
      subject: "Холодный ужин",
      author: { name: "Пров Горин", handle: "prov@gora.example" },
      postedAt: { at: "2026-11-18T17:40:00.000Z" },
    });
  });

  itTakesHostileTextAsText(fixture, ADDRESS);
});
