import { describe, expect, it } from "vitest";
import { toDueRule } from "../regulation/regulation";
import { ruDefault } from "../regulation/ru-default";
import { TIME_UNITS } from "../vocabulary";
import { type ExplainedDue, sayTerm, sayWhy } from "./say-why";

const MOSCOW = "Europe/Moscow";
const NOW = new Date("2025-12-15T09:00:00.000Z");

/** A claim registered on 2 December 2025 at noon; the New Year holidays move its answer. */
const CLAIM: ExplainedDue = {
  dueAt: "2026-01-12T21:00:00.000Z",
  dueOn: "2026-01-12",
  startAt: "2025-12-02T09:00:00.000Z",
  startOn: "2025-12-02",
  rolledFrom: "2026-01-01",
  cause: "registered",
  rule: ruleOf("answer-claim"),
};
const QUESTION: ExplainedDue = {
  ...CLAIM,
  dueAt: "2025-12-05T21:00:00.000Z",
  dueOn: "2025-12-05",
  rolledFrom: null,
  rule: ruleOf("answer-general"),
};
const RESPONSE: ExplainedDue = {
  ...CLAIM,
  dueAt: "2025-12-02T10:00:00.000Z",
  dueOn: "2025-12-02",
  rolledFrom: null,
  rule: ruleOf("first-response-public"),
};

describe("sayWhy", () => {
  it.each<[string, ExplainedDue, string, string]>([
    [
      "a last day that moved",
      CLAIM,
      "30 calendar days from registration on 2 Dec; 1 Jan 2026 is not worked, so until Monday 12 January 2026 (regulation 3.3.5)",
      "30 календарных дней с регистрации 2 дек.; 1 янв. 2026 г. — нерабочий день, поэтому до понедельника, 12 января 2026 года (регламент, п. 3.3.5)",
    ],
    [
      "one that moved back",
      {
        ...CLAIM,
        dueOn: "2025-12-30",
        dueAt: "2025-12-30T21:00:00.000Z",
        rule: { ...CLAIM.rule, roll: "previous" },
      },
      "30 calendar days from registration on 2 Dec; 1 Jan 2026 is not worked, so only until Tuesday 30 December (regulation 3.3.5)",
      "30 календарных дней с регистрации 2 дек.; 1 янв. 2026 г. — нерабочий день, поэтому только до вторника, 30 декабря (регламент, п. 3.3.5)",
    ],
    [
      "working days",
      QUESTION,
      "3 working days from receipt on 2 Dec: until Friday 5 December (regulation 2.2(1), 3.2.5)",
      "3 рабочих дня с поступления 2 дек.: до пятницы, 5 декабря (регламент, п. 2.2(1), 3.2.5)",
    ],
    [
      "an hour of one day",
      RESPONSE,
      "1 hour from receipt on 2 Dec, 12:00: until 13:00 (customers’ expectation by channel)",
      "1 час с поступления 2 дек., 12:00: до 13:00 (ожидание клиента по каналу)",
    ],
    [
      "hours over midnight",
      {
        ...RESPONSE,
        rule: ruleOf("first-response-other"),
        dueAt: "2025-12-03T09:00:00.000Z",
        dueOn: "2025-12-03",
      },
      "24 hours from receipt on 2 Dec, 12:00: until Wednesday 3 December, 12:00 (customers’ expectation by channel)",
      "24 часа с поступления 2 дек., 12:00: до среды, 3 декабря, 12:00 (ожидание клиента по каналу)",
    ],
    [
      "hours that end at midnight",
      { ...RESPONSE, startAt: "2025-12-02T20:00:00.000Z", dueAt: "2025-12-02T21:00:00.000Z" },
      "1 hour from receipt on 2 Dec, 23:00: until 24:00 (customers’ expectation by channel)",
      "1 час с поступления 2 дек., 23:00: до 24:00 (ожидание клиента по каналу)",
    ],
    [
      "close of business",
      { ...QUESTION, dueAt: "2025-12-05T15:00:00.000Z" },
      "3 working days from receipt on 2 Dec: until Friday 5 December, 18:00 (regulation 2.2(1), 3.2.5)",
      "3 рабочих дня с поступления 2 дек.: до пятницы, 5 декабря, 18:00 (регламент, п. 2.2(1), 3.2.5)",
    ],
    [
      "a law",
      { ...QUESTION, rule: ruleOf("answer-financial-organisation") },
      "15 working days from registration on 2 Dec: until Friday 5 December (Law 442-FZ)",
      "15 рабочих дней с регистрации 2 дек.: до пятницы, 5 декабря (Закон № 442-ФЗ)",
    ],
    [
      "a date that was extended",
      { ...QUESTION, dueAt: "2025-12-19T21:00:00.000Z", dueOn: "2025-12-19", cause: "extended" },
      "3 working days from receipt on 2 Dec, then extended until Friday 19 December (regulation 2.2(1), 3.2.5)",
      "3 рабочих дня с поступления 2 дек., затем срок продлён до пятницы, 19 декабря (регламент, п. 2.2(1), 3.2.5)",
    ],
    [
      "one that stood still",
      { ...RESPONSE, dueAt: "2025-12-03T10:00:00.000Z", dueOn: "2025-12-03", cause: "resumed" },
      "1 hour from receipt on 2 Dec, 12:00, without the time that the complainant was waited for: until Wednesday 3 December, 13:00 (customers’ expectation by channel)",
      "1 час с поступления 2 дек., 12:00, без времени ожидания заявителя: до среды, 3 декабря, 13:00 (ожидание клиента по каналу)",
    ],
    [
      "a complaint that was opened again",
      { ...QUESTION, cause: "reopened" },
      "3 working days from re-opening on 2 Dec: until Friday 5 December (regulation 2.2(1), 3.2.5)",
      "3 рабочих дня с повторного открытия 2 дек.: до пятницы, 5 декабря (регламент, п. 2.2(1), 3.2.5)",
    ],
  ])("%s", (_what, due, en, ru) => {
    expect(sayWhy("en", due, NOW, MOSCOW)).toBe(en);
    expect(withPlainSpaces(sayWhy("ru", due, NOW, MOSCOW))).toBe(ru);
  });
});

describe("sayTerm", () => {
  it("says how long, and from when", () => {
    expect(sayTerm("en", ruleOf("answer-personal-data"))).toBe("10 working days from receipt");
    expect(withPlainSpaces(sayTerm("ru", ruleOf("answer-cross-border")))).toBe(
      "60 календарных дней с регистрации",
    );
  });

  it.each(TIME_UNITS)("has words for a term of one %s", (unit) => {
    for (const locale of ["en", "ru"] as const) {
      expect(sayTerm(locale, { unit, n: 1, from: "closed" })).toMatch(/^1\s\p{L}+/u);
    }
  });
});

function ruleOf(id: string) {
  const limit = ruDefault.timeLimits.find((candidate) => candidate.id === id);
  if (limit === undefined) throw new Error(`no rule ${id}`);
  return toDueRule(limit, ruDefault);
}

/** Figures and their words are kept together by no-break spaces. */
function withPlainSpaces(said: string): string {
  return said.replaceAll("\u00a0", " ");
}
