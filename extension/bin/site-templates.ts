import type { Channel } from "@otklik/shared/complaint/vocabulary";
import type { SITE_FOLDERS } from "./new-site";

type SiteFolder = (typeof SITE_FOLDERS)[number];

const CHANNEL_OF: Readonly<Record<SiteFolder, Channel>> = {
  social: "social",
  reviews: "review",
  discussion: "web",
  mail: "webmail",
};

/** The adapter of a new site: works on its fixture, and shows where each thing goes. */
export function adapterText(name: string, constant: string, folder: SiteFolder): string {
  return `import type { SiteAdapter } from "../site-adapter";

/** One post of ${name}. Say here what markup was looked at, and when. */
export const ${constant}: SiteAdapter = {
  name: "${name}",
  channel: "${CHANNEL_OF[folder]}",
  hosts: ["${name}.example"],
  selectors: {
    post: "[data-post-id]",
    words: ".text",
    notWords: "button",
    author: ".author",
    authorLink: "a.author",
    time: "time[datetime]",
    permalink: "a.permalink",
  },

  /** \`${name}:1\`. */
  keyOf({ pathname }) {
    const id = /^\\/r\\/(\\d+)\\/?$/.exec(pathname)?.[1];
    return id === undefined ? null : \`${name}:\${id}\`;
  },
};
`;
}

/** A page made by hand, in the site's markup, with people who do not exist. */
export function fixtureText(name: string): string {
  return `<!doctype html>
<html lang="ru">
<head><meta charset="utf-8"><title>${name}</title></head>
<body>
<div data-post-id="1"><a class="author" href="/u/prov">Пров Дятлов</a> <a class="permalink" href="/r/1"><time datetime="2026-11-17T09:15:00+03:00">17 ноября</time></a>
<div class="text">Привезли вовремя.</div></div>
<div data-post-id="2"><a class="author" href="/u/agafya">Агафья Кукушкина</a> <a class="permalink" href="/r/2"><time datetime="2026-11-18T20:40:05+03:00">вчера</time></a>
<div class="text">Заказ не привезли.<br>Деньги не вернули.</div></div>
</body>
</html>
`;
}

/** Asserts the whole clip of the post that was picked, and that hostile text stays text. */
export function testText(name: string, folder: SiteFolder): string {
  return `import { describe, expect, it } from "vitest";
import { itTakesHostileTextAsText } from "../../../../tests/support/hostile-page";
import { pickedFrom } from "../../../../tests/support/picked-from";
import { savedPage } from "../../../../tests/support/saved-page";
import { clipPage } from "../../clip-page";
import fixture from "./${name}.fixture.html?raw";

const ADDRESS = "https://${name}.example/r/2";

describe("a post of ${name}", () => {
  it("is the picked one, and is read whole", () => {
    expect(pickedFrom(fixture, ADDRESS, "[data-post-id='2'] .text")).toMatchObject({
      adapter: "${name}",
      channel: "${CHANNEL_OF[folder]}",
      narrative: "Заказ не привезли.\\nДеньги не вернули.",
      author: {
        name: "Агафья Кукушкина",
        handle: null,
        profileUrl: "https://${name}.example/u/agafya",
        platformId: null,
      },
      permalink: ADDRESS,
      permalinkKey: "${name}:2",
      postedAt: { at: "2026-11-18T17:40:05.000Z", precision: "exact", raw: "вчера" },
      sources: { narrative: "adapter", author: "adapter", permalink: "adapter", postedAt: "adapter" },
      notes: [],
    });
  });

  it("is not its neighbour", () => {
    expect(pickedFrom(fixture, ADDRESS, "[data-post-id='1'] .text").narrative).toBe("Привезли вовремя.");
  });

  it("is not guessed where nothing was pointed at and the address names none", () => {
    const { captured } = clipPage(savedPage(fixture, "https://${name}.example/"), { kind: "popup" });
    expect(captured).toMatchObject({ narrative: null, notes: ["post-not-found"] });
  });

  itTakesHostileTextAsText(fixture, ADDRESS);
});
`;
}
