import { describe, expect, it } from "vitest";
import { OWED_CLOCKS } from "../deadline/vocabulary";
import { type ExtensionNotice, extensionNotice } from "./extension-notice";

const NOTICE: ExtensionNotice = {
  organisation: "Rowan & Sons",
  incomingNumber: "2026-000142",
  clock: "answer",
  fromDueOn: "2026-12-03",
  toDueOn: "2027-01-12",
  reason: "The laboratory has not finished its check.",
};

describe("extensionNotice", () => {
  it("tells number, both dates and the reason in English", () => {
    expect(extensionNotice("en", NOTICE)).toBe(
      [
        "A new date for our answer, complaint No.\u00a02026-000142",
        "Good day,",
        "we are working on your complaint No.\u00a02026-000142. The date for our answer was 3 December 2026. " +
          "We need more time to deal with it properly: the new date is 12 January 2027, inclusive.",
        "The reason: The laboratory has not finished its check.",
        "You need not do anything. We are sorry that you have to wait longer.",
        "Yours faithfully,\nRowan & Sons",
      ].join("\n\n"),
    );
  });

  it("tells the same in Russian", () => {
    const letter = extensionNotice("ru", { ...NOTICE, reason: "Проверка в лаборатории не окончена." });
    expect(letter.replaceAll("\u00a0", " ")).toBe(
      [
        "Новый срок ответа, обращение № 2026-000142",
        "Здравствуйте.",
        "Мы работаем над вашим обращением № 2026-000142. Срок ответа был до 3 декабря 2026 года. " +
          "Чтобы рассмотреть его по существу, нам нужно больше времени: новый срок — до 12 января 2027 года включительно.",
        "Причина: Проверка в лаборатории не окончена.",
        "От вас ничего не требуется. Приносим извинения за то, что ждать придётся дольше.",
        "С уважением,\nRowan & Sons",
      ].join("\n\n"),
    );
  });

  it.each(OWED_CLOCKS)("has words for what is due: %s", (clock) => {
    const letters = [
      extensionNotice("en", { ...NOTICE, clock }),
      extensionNotice("ru", { ...NOTICE, clock }),
    ];
    for (const letter of letters) expect(letter).not.toMatch(/[{}]|what\./);
  });

  it.each<[string, Partial<ExtensionNotice>, string]>([
    ["markup", { reason: "<img src=x onerror=alert(1)>" }, "The reason: <img src=x onerror=alert(1)>\n"],
    ["a placeholder", { reason: "{organisation} {number}" }, "The reason: {organisation} {number}\n"],
    ["a replacement pattern", { reason: "$& $1 $$" }, "The reason: $& $1 $$\n"],
    [
      "breaks of every kind",
      { reason: "one\r\ntwo\rthree\u2028four" },
      "The reason: one\ntwo\nthree\nfour\n",
    ],
    ["a page of empty lines", { reason: "one\n\n\n\n\ntwo" }, "The reason: one\n\ntwo\n"],
    ["control characters", { reason: "one\u0000\u001b[31mtwo" }, "The reason: one[31mtwo\n"],
    ["text that runs backwards", { reason: "\u202e3202 yraunaJ\u202c" }, "The reason: 3202 yraunaJ\n"],
    [
      "a header in the organisation's name",
      { organisation: "Rowan\r\nBcc: all@rowan.example" },
      "faithfully,\nRowan Bcc: all@rowan.example",
    ],
  ])("keeps %s as text", (_what, change, expected) => {
    expect(extensionNotice("en", { ...NOTICE, ...change })).toContain(expected);
  });
});
