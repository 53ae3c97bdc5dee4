import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Draft } from "../../../extension/storage/database";
import { type ExtensionBrowser, launchChromium } from "../../support/chromium";
import { clipFromMenu } from "../../support/clip-gesture";
import {
  draftsIn,
  openPicker,
  pickerHasLeft,
  pickerIsOpen,
  pickersOn,
  pointAt,
} from "../../support/pick-gesture";
import { type SamplePages, servePages } from "../../support/sample-pages";
import { until } from "../../support/until";

/*
 * The picker with a real pointer and real keys in the built extension. Whatever it shows lies in a closed shadow
 * root: what it took is seen by the draft that it leaves.
 */

let pages: SamplePages;
let browser: ExtensionBrowser;

beforeAll(async () => {
  [pages, browser] = await Promise.all([servePages(), launchChromium()]);
});

afterEach(async () => {
  for (const page of browser.context.pages().slice(1)) await page.close();
  const own = await browser.openOwnPage("options.html");
  await own.evaluate(async () => {
    const opening = indexedDB.open("otklik");
    await new Promise((resolve) => {
      opening.onsuccess = resolve;
    });
    const clearing = opening.result.transaction("drafts", "readwrite").objectStore("drafts").clear();
    await new Promise((resolve) => {
      clearing.onsuccess = resolve;
    });
    opening.result.close();
  });
  await own.close();
});

afterAll(async () => {
  await browser?.close();
  await pages?.close();
});

const [FIRST, SECOND, THIRD] = [/чужой заказ/, /бросил трубку/, /Charged twice/];

async function openForum(prepare?: (page: Page) => Promise<void>): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(pages.url("/"));
  await prepare?.(page);
  return page;
}

/** The one draft, once its capture is complete. */
function draftTaken(): Promise<Draft> {
  return until("the draft of what was picked", async () => {
    const [draft] = await draftsIn(browser);
    return draft !== undefined && draft.screenshot !== null ? draft : null;
  });
}

const moreOf = ({ request }: Draft) => request.clip.more?.map(({ narrative }) => narrative) ?? [];

describe("the picker", () => {
  it("takes the post under the pointer; the page sees no press and is then as it was", async () => {
    const page = await openForum((page) =>
      page.evaluate(() => {
        const seen: string[] = [];
        Object.assign(window, { seen });
        for (const kind of ["pointerdown", "mousedown", "mouseup", "click", "keydown"]) {
          document.addEventListener(kind, ({ target }) => seen.push(`${kind} ${target}`), true);
          document.querySelector("#post-2")?.addEventListener(kind, () => seen.push(`${kind} at the post`));
        }
      }),
    );
    const before = await page.content();
    await openPicker(browser, page);
    // On the link: the press is to lead nowhere.
    await pointAt(page, "#post-2 a[rel=author]");
    await page.mouse.down();
    await page.mouse.up();
    const draft = await draftTaken();
    expect(draft.request.clip).toMatchObject({
      narrative: expect.stringMatching(SECOND),
      author: { name: "Илья Кедров" },
      permalink: pages.url("/post/2"),
    });
    expect(moreOf(draft)).toEqual([]);
    expect(page.url()).toBe(pages.url("/"));
    expect(await page.content()).toBe(before);
    expect(await page.evaluate(() => "seen" in window && window.seen)).toEqual([]);
  });

  it("goes from post to post by keys, marks several in the order of marking and takes them", async () => {
    const page = await openForum();
    await openPicker(browser, page);
    for (const key of ["Tab", "Tab", "Space", "Shift+Tab", "ArrowUp", "Space", "Enter"]) {
      await page.keyboard.press(key);
    }
    const draft = await draftTaken();
    expect(draft.request.clip.narrative).toMatch(THIRD);
    expect(moreOf(draft)).toEqual([expect.stringMatching(FIRST)]);
  });

  it("marks by Shift and click, and a plain click adds the last", async () => {
    const page = await openForum();
    await openPicker(browser, page);
    await pointAt(page, "#post-1 p");
    await page.keyboard.down("Shift");
    await page.mouse.down();
    await page.mouse.up();
    await page.keyboard.up("Shift");
    await pointAt(page, "#post-3 p");
    await page.mouse.down();
    await page.mouse.up();
    const draft = await draftTaken();
    expect(draft.request.clip.narrative).toMatch(FIRST);
    expect(moreOf(draft)).toEqual([expect.stringMatching(THIRD)]);
  });

  it("leaves at Escape without a trace, and takes nothing", async () => {
    const page = await openForum();
    const before = await page.content();
    await openPicker(browser, page);
    await pointAt(page, "#post-2 p");
    await page.keyboard.press("Escape");
    await pickerHasLeft(page);
    expect(await page.content()).toBe(before);
    await openPicker(browser, page);
    await page.keyboard.press("Escape");
    await pickerHasLeft(page);
    expect(await draftsIn(browser)).toEqual([]);
  });

  it("that is opened again replaces the first", async () => {
    const page = await openForum();
    await openPicker(browser, page);
    await openPicker(browser, page);
    expect(await pickersOn(page)).toBe(1);
    await page.keyboard.press("Escape");
    await pickerHasLeft(page);
  });

  it("scrolls to the post that the keys reach, on a zoomed page too", async () => {
    const page = await openForum((page) =>
      page.evaluate(() => {
        document.documentElement.style.zoom = "1.5";
        for (const post of document.querySelectorAll("article")) post.style.minHeight = "900px";
      }),
    );
    await openPicker(browser, page);
    await page.keyboard.press("ArrowDown");
    await until("the second post to be in view", () =>
      page.locator("#post-2").evaluate((post) => Math.abs(post.getBoundingClientRect().top) < 5),
    );
    await pointAt(page, "#post-2 p");
    await page.mouse.down();
    await page.mouse.up();
    expect((await draftTaken()).request.clip.narrative).toMatch(SECOND);
  });

  it("drops a marked post that the feed takes away", async () => {
    const page = await openForum();
    await openPicker(browser, page);
    for (const key of ["Space", "ArrowDown", "Space"]) await page.keyboard.press(key);
    await page.locator("#post-1").evaluate((post) => post.remove());
    await page.keyboard.press("Enter");
    const draft = await draftTaken();
    expect(draft.request.clip.narrative).toMatch(SECOND);
    expect(moreOf(draft)).toEqual([]);
  });

  it("reaches a post in the page's modal dialog", async () => {
    const page = await openForum((page) =>
      page.evaluate(() => {
        const dialog = document.createElement("dialog");
        document.body.append(dialog);
        const post = document.querySelector("#post-3");
        if (post !== null) dialog.append(post);
        dialog.showModal();
      }),
    );
    await openPicker(browser, page);
    await pointAt(page, "#post-3 p");
    await page.mouse.down();
    await page.mouse.up();
    expect((await draftTaken()).request.clip.narrative).toMatch(THIRD);
  });
});

describe("where it is not clear which post is meant", () => {
  it("the menu's clip opens the picker, and what is picked fills the draft that is already safe", async () => {
    const page = await openForum();
    await clipFromMenu(browser, page);
    await pickerIsOpen(page);
    const [safe] = await draftsIn(browser);
    expect(safe?.notes).toContain("post-not-found");
    await pointAt(page, "#post-3 p");
    await page.mouse.down();
    await page.mouse.up();
    const [filled, ...others] = await until("the draft to be filled", async () => {
      const drafts = await draftsIn(browser);
      return drafts[0]?.request.clip.narrative === "" ? null : drafts;
    });
    expect(others).toEqual([]);
    expect(filled).toMatchObject({ id: safe?.id, request: { clip: { author: { name: "Edith Grant" } } } });
    await until("the note to have gone", async () => {
      const [draft] = await draftsIn(browser);
      return draft?.notes.includes("post-not-found") === false;
    });
  });
});

describe("in a frame of another site", () => {
  it("the menu's clip is the selected words alone, and nothing of the post round the frame", async () => {
    const words = "Жду второй час, никто не объявляет.";
    const page = await openForum((page) =>
      page.evaluate((words) => {
        const frame = document.createElement("iframe");
        frame.setAttribute("sandbox", "");
        frame.srcdoc = `<p>${words}</p>`;
        document.querySelector("#post-2")?.append(frame);
      }, words),
    );
    await page.frameLocator("iframe").getByText(words).click({ clickCount: 3 });
    await clipFromMenu(browser, page, words, 5);
    const [draft] = await draftsIn(browser);
    expect(draft?.notes).toContain("post-in-frame");
    expect(draft?.notes).not.toContain("post-not-found");
    expect(draft?.request.clip).toMatchObject({ narrative: words, author: { name: null }, permalink: null });
  });
});

describe("another post", () => {
  it("is added to the draft that asks for it, once", async () => {
    const page = await openForum();
    await openPicker(browser, page);
    await page.keyboard.press("Enter");
    const { id } = await draftTaken();
    const tellBackground = async () => {
      const worker = await browser.worker();
      const tabId = await worker.evaluate(async () => (await chrome.tabs.query({ active: true }))[0]?.id);
      const own = await browser.openOwnPage("options.html");
      await own.evaluate((message) => chrome.runtime.sendMessage(message).catch(() => null), {
        type: "pick-on-tab",
        tabId,
        draftId: id,
      });
      await own.close();
    };
    await tellBackground();
    await page.bringToFront();
    await pickerIsOpen(page);
    for (const key of ["ArrowDown", "Space", "ArrowDown", "Space", "Enter"]) await page.keyboard.press(key);
    const draft = await until("the posts to be added", async () => {
      const [draft] = await draftsIn(browser);
      return draft !== undefined && moreOf(draft).length > 0 ? draft : null;
    });
    expect(draft.id).toBe(id);
    expect(draft.request.clip.narrative).toMatch(FIRST);
    expect(moreOf(draft)).toEqual([expect.stringMatching(SECOND), expect.stringMatching(THIRD)]);
  });
});

/** What a page does against the picker, before it opens or while it is open. */
const HOSTILE: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
  [
    "dispatches clicks and keys",
    (page) =>
      page.evaluate(() => {
        setInterval(() => {
          const press = { bubbles: true, composed: true, clientX: 60, clientY: 130 };
          const keys = ["Enter", "Escape", " "].map((key) => new KeyboardEvent("keydown", { key, ...press }));
          const clicks = ["pointerdown", "mousedown", "click"].map((kind) => new MouseEvent(kind, press));
          for (const target of [window, document, ...document.querySelectorAll("*")]) {
            for (const event of [...keys, ...clicks]) target.dispatchEvent(event);
          }
        }, 20);
      }),
  ],
  [
    "takes its host away, a few times",
    (page) =>
      page.evaluate(() => {
        let left = 5;
        new MutationObserver(() => {
          for (const host of document.querySelectorAll("html > div")) if (left-- > 0) host.remove();
        }).observe(document.documentElement, { childList: true });
      }),
  ],
  [
    "covers everything with the highest place",
    (page) =>
      page.evaluate(() => {
        const cover = document.createElement("div");
        cover.setAttribute("style", "position:fixed;inset:0;z-index:2147483647;pointer-events:none");
        document.body.append(cover);
        const top = document.createElement("div");
        top.popover = "manual";
        top.setAttribute("style", "inset:0;width:50px;height:50px");
        document.body.append(top);
        setTimeout(() => top.showPopover(), 500);
      }),
  ],
  [
    "stops every event in capture on window",
    (page) =>
      page.evaluate(() => {
        for (const kind of ["pointerdown", "pointermove", "mousemove", "mousedown", "click", "keydown"]) {
          window.addEventListener(kind, (event) => event.stopPropagation(), true);
        }
      }),
  ],
  [
    "has overwritten the prototypes",
    (page) =>
      page.evaluate(() => {
        const broken = () => {
          throw new Error("mine");
        };
        for (const { prototype } of [Element, HTMLElement, Node, EventTarget, Document]) {
          for (const name of [
            "attachShadow",
            "appendChild",
            "showPopover",
            "addEventListener",
            "getRootNode",
          ]) {
            if (name in prototype) Object.defineProperty(prototype, name, { value: broken });
          }
        }
        Object.defineProperty(Event.prototype, "isTrusted", { get: () => false });
      }),
  ],
  [
    "names its pictures after methods",
    (page) =>
      page.evaluate(() => {
        for (const name of [
          "createElementNS",
          "documentElement",
          "elementsFromPoint",
          "activeElement",
          "body",
        ]) {
          const picture = document.createElement("img");
          picture.setAttribute("name", name);
          document.documentElement.lastElementChild?.append(picture);
        }
      }),
  ],
  [
    "dresses every element and every backdrop",
    (page) =>
      page.addStyleTag({
        content: `* { pointer-events: none !important; display: none !important; transform: scale(0) !important; }
          html, body, article, p, a, time { display: block !important; pointer-events: auto !important; transform: none !important; }
          ::backdrop { background: red !important; pointer-events: auto !important; }`,
      }),
  ],
];

/** Resolves when the page has drawn so many frames: time for its attack to come. */
async function framesDrawn(frames: number): Promise<void> {
  for (let left = frames; left > 0; left--) await new Promise(requestAnimationFrame);
}

describe("on a hostile page", () => {
  it.each(HOSTILE)("that %s, it takes what the person presses and nothing else", async (_what, attack) => {
    const page = await openForum(async (page) => {
      await attack(page);
    });
    await openPicker(browser, page);
    await page.evaluate(framesDrawn, 40);
    expect(await draftsIn(browser)).toEqual([]);
    await pointAt(page, "#post-2 p");
    await until("the press to have taken it", async () => {
      await page.mouse.down();
      await page.mouse.up();
      return (await draftsIn(browser)).length > 0;
    });
    const draft = await draftTaken();
    expect(draft.request.clip.narrative).toMatch(SECOND);
    expect(moreOf(draft)).toEqual([]);
    await pickerHasLeft(page);
  });
});
