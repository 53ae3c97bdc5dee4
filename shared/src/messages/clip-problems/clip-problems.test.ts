import { describe, expect, it } from "vitest";
import { LOCALES } from "../../people/locale";
import { PROBLEM_CODES } from "../../problem-codes";
import { sayFieldProblem, sayProblem } from "../problem/index";
import { en } from "./en";
import { sayClipFieldProblem, sayClipProblem, sayNotAccepted } from "./index";

/** Problems of the desk alone: no device sends what they answer. */
const OF_DESK = PROBLEM_CODES.filter((code) => !Object.hasOwn(en, `${code}.detail`));

describe("sayNotAccepted", () => {
  it.each([
    [
      "en",
      { path: "clip.narrative", reason: "too_big", limit: 20_000 },
      "Not accepted: the text is longer than 20,000 characters. Shorten it or save it to a file.",
    ],
    [
      "ru",
      { path: "clip.narrative", reason: "too_big", limit: 20_000 },
      "Сервер не принял: текст длиннее 20 000 знаков. Сократите или сохраните в файл.",
    ],
    [
      "en",
      { path: "clip.author.name", reason: "unstorable-text" },
      "Not accepted: the author’s name holds a character that cannot be stored. Correct it and send again.",
    ],
    [
      "ru",
      { path: "clip.newField", reason: "unrecognized_keys" },
      "Сервер не принял: поле «clip.newField» здесь не принимается. Обновите расширение или сохраните вырезку в файл.",
    ],
  ] as const)("%s: names the field, the reason and the way out", (locale, error, said) => {
    const sentence = sayNotAccepted(locale, { code: "invalid-request", errors: [error] });
    expect(withPlainSpaces(sentence)).toBe(said);
  });

  it("says what the code means when no field is named", () => {
    expect(sayNotAccepted("ru", { code: "topic-unknown" })).toBe(
      "Сервер не принял. Такой темы у организации больше нет. Выберите другую и отправьте снова.",
    );
  });
});

describe("sayClipProblem", () => {
  it.each(PROBLEM_CODES.filter((code) => !OF_DESK.includes(code)))(
    "says of %s what the server says",
    (code) => {
      for (const locale of LOCALES) expect(sayClipProblem(locale, code)).toEqual(sayProblem(locale, code));
    },
  );

  it("says of a problem of the desk that something does not fit", () => {
    expect(OF_DESK).toContain("calendar-changed");
    for (const code of OF_DESK) {
      expect(sayClipProblem("en", code)).toEqual(sayProblem("en", "invalid-request"));
    }
  });
});

describe("sayClipFieldProblem", () => {
  it.each([
    ["clip.narrative", "too_big", 20_000],
    ["clip.narrative", "too_small", 1],
    ["clip.author.name", "too_small", 2],
    ["clip.evidence", "too_big", 10],
    ["clip.evidence.0.masks", "too_small", 1],
    ["clip.evidence.0.sha256", "invalid_format", undefined],
    ["topicId", "topic-unknown", undefined],
    ["clip.page.url", "user-info-in-url", undefined],
    ["clip.newField", "unrecognized_keys", undefined],
    ["id", "a reason of a newer server", undefined],
    ["", "invalid_type", undefined],
  ])("says of %s %s what the server says", (path, reason, limit) => {
    for (const locale of LOCALES) {
      const problem = { path, reason, ...(limit === undefined ? {} : { limit }) };
      expect(sayClipFieldProblem(locale, problem)).toBe(sayFieldProblem(locale, problem));
    }
  });
});

/** Figures and their words are kept together by no-break spaces. */
function withPlainSpaces(said: string): string {
  return said.replaceAll("\u00a0", " ");
}
