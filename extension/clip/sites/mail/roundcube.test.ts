import { describe, expect, it } from "vitest";
import { itTakesHostileTextAsText } from "../../../../tests/support/hostile-page";
import { savedPage } from "../../../../tests/support/saved-page";
import { clipPage } from "../../clip-page";
import fixture from "./roundcube.fixture.html?raw";

const ADDRESS = "https://mail.hosting.example/?_task=mail&_uid=118&_mbox=INBOX&_action=show";
const SHOWN = "https://mail.hosting.example/?_task=mail&_action=show&_mbox=INBOX&_uid=118";
const moment = { now: new Date("2026-11-22T09:00:00Z"), zone: "Europe/Moscow" };
const MAIL = {
  adapter: "roundcube",
  channel: "webmail",
  narrative: "Жду третий час.\nВо дворе никого.\n\n> Курьер выехал.\n\nНикто не выезжал.",
  subject: "Где мой заказ",
  author: { name: "Нил Береговой", handle: "nil@bereg.example", profileUrl: null, platformId: null },
  permalink: SHOWN,
  permalinkKey: "roundcube:mail.hosting.example/INBOX/118",
  postedAt: {
    at: "2026-11-18T17:40:00.000Z",
    precision: "minute",
    zoneKnown: false,
    raw: "2026-11-18 20:40",
  },
  rating: null,
  thread: null,
  attachments: [{ kind: "image", url: null, alt: "двор.jpeg" }],
  mail: { messageId: null, to: "zabota@bystry-kot.example" },
  sources: { narrative: "adapter", subject: "adapter", author: "adapter", mail: "adapter" },
  notes: [],
};

describe("a mail in Roundcube", () => {
  it("open on its own is read whole, its answer with what it answers", () => {
    const { captured } = clipPage(savedPage(fixture, ADDRESS), { kind: "popup" }, { moment });
    expect(captured).toMatchObject(MAIL);
  });

  it("in the frame beside the list is the same", () => {
    const list = `<title>Веб-почта :: Входящие</title><body class="task-mail action-none"><table id="messagelist"><tr><td class="subject"><a href="./?_task=mail&amp;_uid=7&amp;_mbox=INBOX&amp;_action=show">Другое</a></td></tr></table>
      <iframe id="messagecontframe"></iframe></body>`;
    const window = savedPage(list, "https://mail.hosting.example/?_task=mail&_mbox=INBOX");
    const frame = window.document.querySelector("iframe")?.contentDocument;
    frame?.write(fixture.replace("action-show", "iframe action-preview"));
    frame?.close();
    const { captured } = clipPage(window, { kind: "popup" }, { moment });
    expect(captured).toMatchObject(MAIL);
  });

  it("is not looked for on another page that has such ids", () => {
    const other = fixture.replace('class="task-mail action-show"', "");
    const { captured } = clipPage(savedPage(other, ADDRESS), { kind: "popup" }, { moment });
    expect(captured.adapter).toBe("any-page");
  });

  itTakesHostileTextAsText(fixture, ADDRESS);
});
