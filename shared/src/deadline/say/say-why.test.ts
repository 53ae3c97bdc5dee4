import { describe, expect, it } from "vitest";
import { russia } from "../calendar/russia";
import { toDueRule } from "../regulation/regulation";
import { ruDefault } from "../regulation/ru-default";
import { sayAct, sayReason } from "./say-why";

const DECREE = "Government decree No. 1335 of 2024-10-04";

describe("sayReason", () => {
  it.each([
    ["day.working", null, "working day", "рабочий день"],
    ["day.weekend", null, "weekend", "выходной"],
    [
      "day.dayOff",
      DECREE,
      "day off (Government decree No. 1335 of 4 October 2024)",
      "перенесённый выходной (постановление Правительства РФ № 1335 от 4 октября 2024 года)",
    ],
    ["day.dayOff", null, "day off, by forecast", "перенесённый выходной, по прогнозу"],
    [
      "day.workingWeekend",
      null,
      "working day moved to a weekend, by forecast",
      "рабочий день, перенесённый на выходной, по прогнозу",
    ],
    [
      "day.publicHoliday",
      "Labour Code art. 112",
      "public holiday (Labour Code art. 112)",
      "нерабочий праздничный день (ст. 112 Трудового кодекса)",
    ],
    [
      "day.event",
      "Civil Code art. 191",
      "day of the event is not counted (Civil Code art. 191)",
      "день события не считается (ст. 191 Гражданского кодекса)",
    ],
    [
      "roll.next",
      "Civil Code art. 193",
      "term rolled to the next working day (Civil Code art. 193)",
      "срок перенесён на следующий рабочий день (ст. 193 Гражданского кодекса)",
    ],
    ["run.clock", null, "counted round the clock", "считается круглосуточно"],
    ["day.unheardOf", null, "day.unheardOf", "day.unheardOf"],
    ["toString", null, "toString", "toString"],
  ])("%s (%s)", (reason, act, en, ru) => {
    expect(sayReason("en", { reason, act })).toBe(en);
    expect(sayReason("ru", { reason, act }).replaceAll("\u00a0", " ")).toBe(ru);
  });
});

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
