import { expect, it } from "vitest";
import { savedPage } from "../../../tests/support/saved-page";
import { pageOf } from "../page";
import { postedAtOf } from "../posted-at";
import { timeOf } from "./read-by-selectors";

const MOMENT = { now: new Date("2026-11-22T12:00:00Z"), zone: "Europe/Moscow" };
const INSTANT = "2026-11-18T20:40:05+03:00";

it.each([
  ["its own mark", `<a id="t" datetime="${INSTANT}" title="18.11.2026 09:00">4 дня назад</a>`],
  [
    "a mark within, whatever its title says",
    `<a id="t" title="Ссылка на запись"><time datetime="${INSTANT}">4 дня назад</time></a>`,
  ],
  [
    "a mark within before another date in its title",
    `<a id="t" title="19.11.2026 09:00"><time datetime="${INSTANT}">4 дня назад</time></a>`,
  ],
  ["its title where nothing is marked", `<abbr id="t" title="${INSTANT}">4 дня назад</abbr>`],
])("a time is told by %s", (_what, html) => {
  const page = pageOf(savedPage(html, "https://forum.example/"), MOMENT);
  const element = page.select(page.document, "#t");
  expect(element && timeOf(page, element)).toEqual({
    ...postedAtOf(INSTANT),
    precision: "exact",
    raw: "4 дня назад",
  });
});
