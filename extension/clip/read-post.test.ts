import { expect, it } from "vitest";
import { savedPage } from "../../tests/support/saved-page";
import { clipPage } from "./clip-page";

const ADDRESS = "https://vk.com/wall-77001_12";
const head = (address: string) => `<title>Запись</title><meta property="og:url" content="${address}">
  <meta property="og:description" content="Заказ 5512 не привезли."><meta name="author" content="Агафья Рябова"><div id="root"></div>`;
const clip = (html: string) => clipPage(savedPage(html, ADDRESS), { kind: "popup" }).captured;

it("reads a known site's post from the page's head where the page shows none and the head names it", () => {
  expect(clip(head(ADDRESS))).toMatchObject({
    adapter: "vk",
    permalinkKey: "vk:wall-77001_12",
    permalink: ADDRESS,
    narrative: "Заказ 5512 не привезли.",
    author: { name: "Агафья Рябова" },
    sources: { narrative: "open_graph", author: "open_graph" },
    notes: ["post-not-found"],
  });
});

it.each([
  ["of another post", head("https://vk.com/wall-77001_11")],
  ["of the site", head("https://vk.com/")],
  ["that names no address", head(ADDRESS).replace("og:url", "og:other")],
])("does not believe a head %s", (_rule, html) => {
  expect(clip(html)).toMatchObject({ narrative: null, author: null });
});
