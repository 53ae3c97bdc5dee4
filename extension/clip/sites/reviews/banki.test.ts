import { describe, expect, it } from "vitest";
import { itTakesHostileTextAsText } from "../../../../tests/support/hostile-page";
import { pickedFrom } from "../../../../tests/support/picked-from";
import { savedPage } from "../../../../tests/support/saved-page";
import { clipPage } from "../../clip-page";
import fixture from "./banki.fixture.html?raw";

const ADDRESS = "https://www.banki.ru/services/responses/bank/kubyshka/?type=all";
const OWN_ADDRESS = "https://www.banki.ru/services/responses/bank/response/13165699/";
const MOMENT = { now: new Date("2026-11-22T09:00:00Z"), zone: "Europe/Moscow" };
const OWN_PAGE = `<title>Карта не пришла – отзыв о Банке «Кубышка»</title><main><nav><a href="/">Банки.ру</a></nav>
  <div><span class="rating-grade">1</span><h1>Карта не пришла</h1></div>
  <div class="l5f1"><span class="l10fac986">17.11.2026 14:57</span><a href="/profile/?UserId=77001">user-anfisa</a></div>
  <div font-size="fs18" class="lb1789875"><p>Карту обещали за три дня, жду третью неделю.</p><p>Деньги снять не могу.</p></div>
  <section id="bankAnswer"><h2>Ответ банка</h2><span>18.11.2026 10:00</span><div>Карта будет завтра.</div></section></main>`;

describe("a review on banki.ru", () => {
  it("in a list is the picked one", () => {
    expect(pickedFrom(fixture, ADDRESS, "[href='/profile/?UserId=77001']", MOMENT)).toMatchObject({
      adapter: "banki",
      channel: "review",
      narrative: "Карту обещали за три дня, жду третью неделю.\nВ отделении говорят: «Уже в пути».",
      subject: "Карта не пришла",
      author: {
        name: "user-anfisa",
        handle: null,
        profileUrl: "https://www.banki.ru/profile/?UserId=77001",
        platformId: "77001",
      },
      permalink: OWN_ADDRESS,
      permalinkKey: "banki:response/13165699",
      // The list in the page's data tells the seconds, of this review and not of its neighbour.
      postedAt: {
        at: "2026-11-17T11:57:20.000Z",
        precision: "exact",
        raw: "2026-11-17 14:57:20",
        zoneKnown: false,
      },
      rating: { value: 1, max: 5 },
      sources: { narrative: "adapter", subject: "adapter", postedAt: "json_ld", rating: "adapter" },
      notes: [],
    });
  });

  it("is not its neighbour", () => {
    expect(pickedFrom(fixture, ADDRESS, "[href$='/13160001/']", MOMENT)).toMatchObject({
      narrative: "Вклад открыли за десять минут.",
      subject: "Без вопросов",
      permalinkKey: "banki:response/13160001",
      postedAt: { at: "2026-11-11T07:00:00.000Z" },
      rating: { value: 5, max: 5 },
    });
  });

  it("on its own page has that page's address, and not the bank's answer or its date", () => {
    const { captured } = clipPage(savedPage(OWN_PAGE, OWN_ADDRESS), { kind: "popup" }, { moment: MOMENT });
    expect(captured).toMatchObject({
      narrative: "Карту обещали за три дня, жду третью неделю.\n\nДеньги снять не могу.",
      subject: "Карта не пришла",
      author: { name: "user-anfisa" },
      permalink: OWN_ADDRESS,
      permalinkKey: "banki:response/13165699",
      postedAt: { at: "2026-11-17T11:57:00.000Z", raw: "17.11.2026 14:57" },
      rating: { value: 1, max: 5 },
    });
  });

  itTakesHostileTextAsText(OWN_PAGE, OWN_ADDRESS);
  itTakesHostileTextAsText(fixture, ADDRESS, { kind: "menu" }, ({ document, getSelection }) => {
    const words = document.querySelector("[data-test='responses__response-text']");
    if (words !== null) getSelection()?.selectAllChildren(words);
  });
});
