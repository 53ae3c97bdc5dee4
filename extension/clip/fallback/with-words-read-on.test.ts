import { expect, it } from "vitest";
import { savedPage } from "../../../tests/support/saved-page";
import type { CapturedPage } from "../captured-page";
import { clipPage } from "../clip-page";
import { wantsReadingOn, withWordsReadOn } from "./with-words-read-on";

const WORDS = "Заказ 5512 так и не привезли.";
const page = (html: string): CapturedPage =>
  clipPage(savedPage(html, "https://forum.example/7"), { kind: "popup" }).captured;
const unsure = () => page(`<article><p>${WORDS}</p></article>`);
const wordless = () => page("<article></article>");

it("is wanted where the words are missing or unsure, and only of a post that was found", () => {
  const described = page(
    `<script type="application/ld+json">{"@type":"Comment","text":"${WORDS}"}</script><article><p>${WORDS}</p></article>`,
  );
  expect([unsure(), wordless(), described, page("<p>Ничего</p>")].map(wantsReadingOn)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

it("trusts words more that both find, and keeps the page's where they differ", () => {
  const trust = (narrative: string) => withWordsReadOn(unsure(), { narrative, stopped: false });
  expect(trust(`${WORDS} Верните деньги.`)).toMatchObject({
    narrative: WORDS,
    confidence: { narrative: "likely" },
  });
  expect(trust("Совсем иное.")).toMatchObject({ narrative: WORDS, confidence: { narrative: "unsure" } });
});

it("takes its words where there were none, as unsure", () => {
  const read = withWordsReadOn(wordless(), { narrative: WORDS, stopped: false });
  expect(read).toMatchObject({
    narrative: WORDS,
    sources: { narrative: "readability" },
    confidence: { narrative: "unsure" },
  });
  expect(read.missing).not.toHaveProperty("narrative");
});

it("says that it was broken off, and changes nothing where it could not be done", () => {
  expect(withWordsReadOn(wordless(), { narrative: null, stopped: true }).notes).toEqual(["reading-stopped"]);
  expect(withWordsReadOn(unsure(), null)).toEqual(unsure());
});
