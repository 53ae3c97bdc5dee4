import { expect, it } from "vitest";
import { tidyText } from "./line-writer";

it.each([
  ["a comma left between author and time", ",\n\nОператор бросил трубку.", "Оператор бросил трубку."],
  ["dots between them", " · \n•\nКурьер не приехал.", "Курьер не приехал."],
  ["nothing else in the text", ",\n", ""],
  ["a dash, by which a dialogue begins", "—\nКогда привезёте?", "—\nКогда привезёте?"],
  [
    "words after it on the line",
    ", и это третий раз.\nВерните деньги.",
    ", и это третий раз.\nВерните деньги.",
  ],
])("takes off a first line of separators alone: %s", (_what, text, tidy) => {
  expect(tidyText(text)).toBe(tidy);
});
