import { describe, expect, it } from "vitest";
import { itTakesHostileTextAsText } from "../../../../tests/support/hostile-page";
import { savedPage } from "../../../../tests/support/saved-page";
import { clipPage } from "../../clip-page";
import type { PageWindow } from "../../page";
import fixture from "./mastodon.fixture.html?raw";

const ADDRESS = "https://derevnya.example/@glafira/117638666977280077";
const MAIN_WORDS = [
  "Третий раз за неделю «Быстрый кот» не привозит заказ.",
  "Номер 5512, деньги списаны.",
  "",
  "@bystry_kot, верните деньги 😡",
  "bystry-kot.example/zakaz/5512",
].join("\n");

describe("a Mastodon post", () => {
  it("open on its own is read whole, its instant from the page's description", () => {
    const { captured } = clipPage(savedPage(fixture, ADDRESS), { kind: "popup" });
    expect(captured).toMatchObject({
      adapter: "mastodon",
      channel: "social",
      narrative: MAIN_WORDS,
      author: {
        name: "Глафира Снегирёва :yolka:",
        handle: "@glafira@derevnya.example",
        profileUrl: "https://derevnya.example/@glafira",
        platformId: "1100",
      },
      permalink: ADDRESS,
      permalinkKey: "mastodon:derevnya.example/117638666977280077",
      postedAt: { at: "2026-11-18T17:40:05.000Z", precision: "exact", raw: "18 нояб. 2026 г., 20:40" },
      thread: {
        parent: {
          author: "Пров Дятлов",
          permalink: "https://derevnya.example/@prov@les.example/117638505431040077",
          narrative: "Кто пользуется «Быстрым котом»? Как вам?",
        },
        position: null,
      },
      sources: { narrative: "adapter", author: "adapter", permalink: "adapter", postedAt: "adapter" },
      notes: [],
    });
  });

  it("below it is the one that is read when the agent selects words in it", () => {
    const window = savedPage(fixture, ADDRESS);
    select(window, "[data-id='117638764953600077'] p");
    const { captured } = clipPage(window, { kind: "menu" });
    expect(captured).toMatchObject({
      narrative: "Ругаюсь\n\nИ у меня то же самое: ждал до полуночи, никто не приехал.",
      author: {
        name: "Мирон Клестов",
        handle: "@miron@derevnya.example",
        profileUrl: "https://derevnya.example/@miron",
      },
      permalink: "https://derevnya.example/@miron/117638764953600077",
      postedAt: { at: "2026-11-18T18:05:00.000Z", precision: "exact" },
      thread: { parent: null, position: 1 },
    });
  });

  it("of another server keeps that server in the handle and the reader's in the address", () => {
    const window = savedPage(fixture, ADDRESS);
    const { captured } = clipPage(window, {
      kind: "menu",
      linkUrl: "https://derevnya.example/@prov@les.example/117638505431040077",
    });
    expect(captured).toMatchObject({
      author: { handle: "@prov@les.example", profileUrl: "https://derevnya.example/@prov@les.example" },
      permalinkKey: "mastodon:derevnya.example/117638505431040077",
    });
  });

  it("does not take the description's instant after the site went on to another post", () => {
    const moved = fixture.replaceAll(
      'href="/@glafira/117638666977280077"',
      'href="/@glafira/117638505431040777"',
    );
    const moment = { now: new Date("2026-11-22T12:00:00Z"), zone: "Asia/Tomsk" };
    const { captured } = clipPage(savedPage(moved, ADDRESS), { kind: "popup" }, { moment });
    // Its own id tells it.
    expect(captured.postedAt).toEqual({ at: "2026-11-18T16:59:00.000Z", precision: "exact", raw: null });
  });

  it("that came without its markup is told by the head", () => {
    const head = fixture.replace(/<body[\s\S]*/, '<div id="mastodon"></div>');
    expect(clipPage(savedPage(head, ADDRESS), { kind: "popup" }).captured).toMatchObject({
      adapter: "mastodon",
      narrative: "Третий раз за неделю «Быстрый кот» не привозит заказ.",
      author: {
        name: "Глафира Снегирёва",
        handle: "@glafira@derevnya.example",
        profileUrl: "https://derevnya.example/@glafira",
      },
      permalink: ADDRESS,
      postedAt: { at: "2026-11-18T17:40:05.000Z", precision: "exact" },
    });
  });

  it("with hostile words, name and address gives text and no address", () => {
    const hostile = fixture
      .replace("Номер 5512", "&lt;img src=x onerror=alert(1)&gt;<script>alert(2)</script>")
      .replace(
        '<strong class="display-name__html">Глафира',
        '<strong class="display-name__html">&lt;b&gt;\u202eГлафира',
      )
      .replace(
        'class="detailed-status__display-name" href="/@glafira"',
        'class="detailed-status__display-name" href="javascript:alert(3)"',
      );
    const { captured } = clipPage(savedPage(hostile, ADDRESS), { kind: "popup" });
    expect(captured.narrative).toContain("<img src=x onerror=alert(1)>, деньги списаны.");
    expect(captured.narrative).not.toContain("alert(2)");
    expect(captured.author).toMatchObject({ name: "<b>\u202eГлафира Снегирёва :yolka:", profileUrl: null });
  });

  itTakesHostileTextAsText(fixture, ADDRESS);
});

function select(window: PageWindow, selector: string): void {
  const element = window.document.querySelector(selector);
  if (element !== null) window.getSelection()?.selectAllChildren(element);
}
