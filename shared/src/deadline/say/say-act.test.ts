import { describe, expect, it } from "vitest";
import { russia } from "../calendar/russia";
import { toDueRule } from "../regulation/regulation";
import { ruDefault } from "../regulation/ru-default";
import { sayAct } from "./say-act";

describe("sayAct", () => {
  it.each([
    ["regulation 2.2(1), 3.2.5", "regulation 2.2(1), 3.2.5", "регламент, п. 2.2(1), 3.2.5"],
    ["customers' expectation by channel", "customers’ expectation by channel", "ожидание клиента по каналу"],
    ["Law 2300-1 arts. 22, 31", "Law 2300-1, arts. 22, 31", "ст. 22, 31 Закона № 2300-1"],
    ["Law 2300-1 art. 21", "Law 2300-1, art. 21", "ст. 21 Закона № 2300-1"],
    ["Law 442-FZ", "Law 442-FZ", "Закон № 442-ФЗ"],
    ["Law 40-FZ art. 16.1", "Law 40-FZ, art. 16.1", "ст. 16.1 Закона № 40-ФЗ"],
    ["court practice: 2–3 weeks", "court practice: 2–3 weeks", "судебная практика: 2–3 недели"],
    ["constructor", "constructor", "constructor"],
    ["Our own rules, page 7", "Our own rules, page 7", "Our own rules, page 7"],
  ])("%s", (act, en, ru) => {
    expect(sayAct("en", act)).toBe(en);
    expect(sayAct("ru", act).replaceAll("\u00a0", " ")).toBe(ru);
  });

  it("has Russian words for every act of the default regulation and calendar", () => {
    const acts = [
      russia.publicHolidays.act,
      ...Object.values(russia.years).flatMap(({ act }) => (act === null ? [] : [act])),
      ...ruDefault.timeLimits.map((limit) => toDueRule(limit, ruDefault).basis),
    ];
    expect(acts.filter((act) => !/[а-яё]/.test(sayAct("ru", act)))).toEqual([]);
  });
});
