import { describe, expect, it } from "vitest";
import { likeness, shinglesOf, sketchOf } from "./text-sketch";

const COURIER = "Курьер «Быстрого кота» опоздал на три часа и не извинился, заказ пришёл холодным.";

const alike = (one: string, other: string) => likeness(shinglesOf(one), shinglesOf(other));

describe("likeness", () => {
  it.each([
    ["case, punctuation and ё", COURIER, COURIER.toUpperCase().replaceAll("Ё", "Е").replaceAll(",", " —"), 1],
    ["line breaks", COURIER, COURIER.replaceAll(" ", "\n"), 1],
    ["accents written in two ways", "й ё a b c d e f", "й ё a b c d e f".normalize("NFD"), 1],
    ["nothing in common", COURIER, "The parcel was left in the rain by the door of a stranger", 0],
    ["an empty text", COURIER, "", 0],
    ["two empty texts", "", "", 0],
  ])("is not changed by %s", (_what, one, other, expected) => {
    expect(alike(one, other)).toBe(expected);
  });

  it("is high for a text with a few words changed, and low for another complaint of the same matter", () => {
    const copied = `${COURIER.replace("три часа", "два часа")} Больше не закажу.`;
    expect(alike(COURIER, copied)).toBeGreaterThan(0.5);
    expect(alike(COURIER, "Курьер «Быстрого кота» нагрубил и бросил пакет у двери")).toBeLessThan(0.25);
  });

  it("is the same both ways", () => {
    const other = "Курьер опоздал на три часа, деньги не вернули";
    expect(alike(COURIER, other)).toBe(alike(other, COURIER));
  });

  it.each([
    ["верните деньги за мой заказ", true],
    ["верните деньги за заказ", false],
    ["деньги деньги деньги деньги деньги деньги", false],
  ])("compares %j: %s", (text, isCompared) => {
    expect(shinglesOf(text).size > 0).toBe(isCompared);
    expect(sketchOf(shinglesOf(text)).length > 0).toBe(isCompared);
  });
});

describe("the sketch", () => {
  const shared = (one: string, other: string) => {
    const bands = new Set(sketchOf(shinglesOf(one)));
    return sketchOf(shinglesOf(other)).filter((band) => bands.has(band)).length;
  };
  /** Invented words: `keep` of a hundred are those of the first text. */
  const text = (seed: number, changedEvery: number) =>
    Array.from({ length: 100 }, (_, n) => (n % changedEvery === 0 ? `слово${seed}x${n}` : `слово${n}`)).join(
      " ",
    );

  it("is the same for the same text, as signed 32-bit numbers", () => {
    const bands = sketchOf(shinglesOf(COURIER));
    expect(bands).toEqual(sketchOf(shinglesOf(COURIER.toLowerCase())));
    expect(bands).toHaveLength(16);
    expect(bands.every((band) => band === (band | 0))).toBe(true);
  });

  it("shares a band with nearly every text that is half alike", () => {
    const missed = Array.from({ length: 50 }, (_, seed) => shared(text(-1, 1000), text(seed, 6))).filter(
      (bands) => bands === 0,
    );
    expect(alike(text(-1, 1000), text(1, 6))).toBeCloseTo(0.5, 1);
    expect(missed.length).toBeLessThan(3);
  });

  it("shares none with other texts", () => {
    expect(shared(COURIER, "Личный кабинет не открывается, пишет об ошибке и просит зайти позже снова")).toBe(
      0,
    );
  });
});
