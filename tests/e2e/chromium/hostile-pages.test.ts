import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openReadingBrowser, type ReadingBrowser } from "../../reading/reading-browser";

/** Reading a page whose scripts do what they can, in a real browser, in the extension's own world. */

const url = "https://forum.example/topic/7";
const WORDS = "Заказ 5512 не привезли, деньги не вернули.";
const POST = `<li class="post" id="p22"><a class="author" href="/u/agafya">Агафья Рябова</a> <time datetime="2026-11-17T10:30:12+03:00">вчера</time><div class="post-content" id="words"><p>${WORDS}</p></div></li>`;
const OTHER = `<li class="post" id="p21"><a class="author" href="/u/prov">Пров Ивин</a> <time datetime="2026-11-16T10:30:12+03:00">позавчера</time><div class="post-content"><p>Кто заказывал?</p></div></li>`;
const THREAD = `<ol>${OTHER}${POST}</ol>`;
const EXPECTED = {
  narrative: WORDS,
  author: { name: "Агафья Рябова", profileUrl: "https://forum.example/u/agafya" },
  postedAt: { at: "2026-11-17T07:30:12.000Z" },
};

/** On a machine that does other things too; the benchmark tells how long it takes. */
const MOST_MS = 5_000;

const html = (body: string, head = "") =>
  Buffer.from(`<!doctype html><html><head><title>Тема</title>${head}</head><body>${body}</body></html>`);
const many = (count: number, part: string) => part.repeat(count);

let browser: ReadingBrowser;

beforeAll(async () => {
  browser = await openReadingBrowser({ pageScripts: true });
});
afterAll(() => browser.close());

describe("ATT-12 a page", () => {
  it.each([
    ["of 10,000 nodes", html(`${many(3_300, "<div><p>слово</p></div>")}${THREAD}`)],
    ["of 200,000 nodes", html(`${many(66_000, "<div><p>слово</p></div>")}${THREAD}`)],
    ["of a row of 20,000 posts", html(`<ol>${many(20_000, OTHER)}${POST}</ol>`)],
    [
      "nested 1,500 deep",
      html(
        `${THREAD}<script>const list = document.querySelector("ol");
        let box = document.body;
        for (let depth = 0; depth < 1_500; depth++) box = box.appendChild(document.createElement("div"));
        box.append(list);
        </script>`,
      ),
    ],
    [
      "with overwritten prototypes",
      html(
        THREAD,
        `<script>for (const type of [Node, Element, Document, HTMLElement, EventTarget, NodeList, Array, String, RegExp, Map, Set]) {
          for (const name of Object.getOwnPropertyNames(type.prototype)) {
            try { Object.defineProperty(type.prototype, name, { get() { throw new Error("taken") }, set() {} }); } catch {}
          }
        }
        window.getComputedStyle = () => { throw new Error("taken") }; JSON.parse = () => ({});</script>`,
      ),
    ],
    [
      "whose forms hide what documents have",
      html(
        `<form><input name="childNodes"><input name="parentNode"><input name="attributes"><input name="getAttribute">${THREAD}</form>
         <img name="querySelectorAll"><img name="documentElement"><img name="body"><form name="location"></form><form id="getSelection" name="title"></form><img name="activeElement">`,
      ),
    ],
    [
      "that changes without end",
      html(
        `${THREAD}<p id="clock"></p>`,
        `<script>new MutationObserver(() => setTimeout(() => clock.append("x"))).observe(document, { subtree: true, childList: true });</script>`,
      ),
    ],
    [
      "with frames of others",
      html(
        `<iframe src="https://other.example/"></iframe><iframe sandbox srcdoc="<article>чужое</article>"></iframe>${THREAD}`,
      ),
    ],
    [
      "with a shadow that is shut",
      html(
        `<div id="host"></div>${THREAD}<script>host.attachShadow({ mode: "closed" }).innerHTML = "<article>чужое</article>"</script>`,
      ),
    ],
  ])("%s is read right, and in time", async (_what, page) => {
    const { captured, ms } = await browser.watch({ html: page, url }, { select: "#words" });
    expect(captured).toMatchObject(EXPECTED);
    expect(ms).toBeLessThan(MOST_MS);
  });

  it.each([
    ["still", html(THREAD)],
    ["of 10,000 nodes", html(`${many(3_300, "<div><p>слово</p></div>")}${THREAD}`)],
    ["with an open shadow", html(`${THREAD}<div id="host"></div>`)],
  ])("%s is left as it was", async (_what, page) => {
    expect(await browser.watch({ html: page, url }, { quote: "Заказ 5512" })).toMatchObject({
      unchanged: true,
    });
  });

  it("shows the words that a component's open shadow shows", async () => {
    const page = html(
      `<ol>${OTHER}<li class="post" id="p22"><a class="author" href="/u/agafya">Агафья Рябова</a> <time datetime="2026-11-17T10:30:12+03:00">вчера</time><div class="post-content" id="words"><x-words><span slot="end">деньги не вернули.</span></x-words></div></li></ol>
      <script>document.querySelector("x-words").attachShadow({ mode: "open" }).innerHTML = "<p>Заказ 5512 не привезли, <slot name=end></slot></p>"</script>`,
    );
    const captured = await browser.read({ html: page, url }, { select: "#words" });
    expect(captured).toMatchObject(EXPECTED);
  });
});
