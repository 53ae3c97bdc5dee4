import { describe, expect, it } from "vitest";
import { itTakesHostileTextAsText } from "../../../../tests/support/hostile-page";
import { pickedFrom } from "../../../../tests/support/picked-from";
import { savedPage } from "../../../../tests/support/saved-page";
import { clipPage } from "../../clip-page";
import { linkedin } from "./linkedin";
import fixture from "./linkedin.fixture.html?raw";

const ID = "7528874686545924096";
const ADDRESS = `https://www.linkedin.com/posts/agafya-kukushkina_dostavka-activity-${ID}-aBcD`;
const PERMALINK = `https://www.linkedin.com/feed/update/urn:li:activity:${ID}/`;
const WORDS = "«Быстрый кот» и договор: мы заплатили, а курьеров нет.\n\nОтвета нет месяц.";
const clip = (html: string) => clipPage(savedPage(html, ADDRESS), { kind: "popup" }).captured;

function clipSelected(selector: string) {
  const window = savedPage(fixture, ADDRESS);
  const words = window.document.querySelector(selector);
  if (words !== null) window.getSelection()?.selectAllChildren(words);
  return clipPage(window, { kind: "menu" }).captured;
}

describe("a post on LinkedIn", () => {
  it("is read whole as members see it", () => {
    expect(clip(fixture)).toMatchObject({
      adapter: "linkedin",
      channel: "social",
      narrative: WORDS,
      author: {
        name: "Агафья Кукушкина",
        handle: null,
        profileUrl: "https://www.linkedin.com/in/agafya-kukushkina",
        platformId: null,
      },
      permalink: PERMALINK,
      permalinkKey: `linkedin:${ID}`,
      postedAt: { at: "2026-11-18T17:40:06.321Z", precision: "exact" },
      thread: null,
      attachments: [{ kind: "image", url: "https://media.example/1.jpg", alt: "Счёт" }],
      sources: { narrative: "adapter", author: "adapter", permalink: "adapter", postedAt: "json_ld" },
      notes: [],
    });
  });

  it("that is a comment is read when it is selected, its time by its number", () => {
    expect(clipSelected(".comments-comment-entity .update-components-text")).toMatchObject({
      narrative: "И нам не ответили.\nЖдём суда.",
      author: { name: "Савва Дроздов", profileUrl: "https://www.linkedin.com/in/savva-drozdov" },
      permalink: `${PERMALINK}?commentUrn=urn%3Ali%3Acomment%3A(activity%3A${ID}%2C7528880957030404096)`,
      permalinkKey: `linkedin:${ID}/7528880957030404096`,
      postedAt: { at: "2026-11-18T18:05:00.000Z", precision: "minute" },
      thread: { parent: { author: "Агафья Кукушкина", permalink: PERMALINK, narrative: WORDS }, position: 1 },
    });
    expect(clipSelected(".comments-comment-entity--reply .update-components-text")).toMatchObject({
      narrative: "Разбираемся",
      author: { name: "Быстрый кот", profileUrl: "https://www.linkedin.com/company/bystry-kot/" },
      thread: {
        parent: { author: "Савва Дроздов", narrative: "И нам не ответили.\nЖдём суда." },
        position: 2,
      },
    });
  });

  it("is read as everybody sees it", () => {
    const open = `<article class="main-feed-activity-card" data-activity-urn="urn:li:activity:${ID}"><a data-tracking-control-name="public_post_feed-actor-name" href="https://ru.linkedin.com/in/agafya-kukushkina?trk=x">Агафья Кукушкина</a>
      <time>3 дн.</time><p class="attributed-text-segment-list__content">Мы заплатили.
Ответа нет.</p></article>
      <section class="comment"><a class="comment__author" href="https://ru.linkedin.com/in/savva-drozdov?trk=y">Савва Дроздов</a><p class="comment__text attributed-text-segment-list__content">И нам.</p></section>`;
    expect(clip(open)).toMatchObject({
      narrative: "Мы заплатили.\nОтвета нет.",
      author: { name: "Агафья Кукушкина", profileUrl: "https://ru.linkedin.com/in/agafya-kukushkina" },
      permalinkKey: `linkedin:${ID}`,
      postedAt: { at: "2026-11-18T17:40:05.000Z", precision: "minute" },
    });
  });

  it("in the markup of 2025 is read by its marks, without the post that it shares", () => {
    const now = /<section>[\s\S]*<\/section>/.exec(fixture)?.[0] ?? "";
    const key = `linkedin:${ID}`;
    const post = { narrative: "Курьер «Быстрого кота» ушёл.\nС нашим обедом.", author: "Глафира Снегирёва" };
    expect(clip(now)).toMatchObject({
      narrative: post.narrative,
      author: { name: post.author, profileUrl: "https://www.linkedin.com/in/glafira-s/" },
      permalink: PERMALINK,
      permalinkKey: key,
      postedAt: { at: "2026-11-18T17:40:05.000Z" },
    });
    expect(clipSelected("[id^=replaceableComment] [data-testid]")).toMatchObject({
      narrative: "И с нашим.",
      author: { name: "Мирон Клестов", profileUrl: "https://www.linkedin.com/in/miron-k/" },
      permalinkKey: `${key}/7528880995000000000`,
      thread: { parent: post, position: 3 },
    });
    expect(pickedFrom(fixture, ADDRESS, "[componentkey^=feed-commentary] span")).toMatchObject({
      narrative: post.narrative,
      permalinkKey: null,
    });
  });

  const head = fixture.replace(/<body>[\s\S]*/, "");
  it.each([
    ["JSON-LD", head, WORDS, "2026-11-18T17:40:06.321Z"],
    [
      "the head",
      head.replace(/<script[\s\S]*?<\/script>/, ""),
      WORDS.split("\n")[0],
      "2026-11-18T17:40:05.000Z",
    ],
  ])("without its markup is told by %s", (_what, html, narrative, at) => {
    expect(clip(html)).toMatchObject({
      adapter: "linkedin",
      narrative,
      author: { name: "Агафья Кукушкина" },
      permalink: ADDRESS,
      permalinkKey: `linkedin:${ID}`,
      postedAt: { at },
    });
  });

  it.each([
    ["Мы заплатили | Агафья Кукушкина | 12 comments", "Агафья Кукушкина"],
    ["Мы заплатили | Агафья Кукушкина | LinkedIn", "Агафья Кукушкина"],
    ["Мы заплатили | Агафья Кукушкина posted on the topic | LinkedIn", "Агафья Кукушкина"],
    ["Мы заплатили", undefined],
  ])("has its author in the title %s", (title, name) => {
    const html = `<meta property="og:title" content="${title}"><meta property="og:description" content="Мы заплатили">`;
    expect(clip(html).author?.name ?? undefined).toBe(name);
  });

  it.each([
    [`/posts/agafya_x-ugcPost-${ID}-aBcD`, `linkedin:${ID}`],
    [`/feed/update/urn:li:activity:${ID}/`, `linkedin:${ID}`],
    [`/feed/update/urn%3Ali%3Ashare%3A${ID}`, `linkedin:${ID}`],
    [
      `/feed/update/urn:li:activity:${ID}/?commentUrn=urn%3Ali%3Acomment%3A(activity%3A${ID}%2C7528880957030404096)`,
      `linkedin:${ID}/7528880957030404096`,
    ],
    ["/in/agafya-kukushkina", null],
  ])("has the key of its address %s", (path, key) => {
    expect(linkedin.keyOf?.(new URL(path, ADDRESS)) ?? null).toBe(key);
  });

  itTakesHostileTextAsText(fixture, ADDRESS);
});
