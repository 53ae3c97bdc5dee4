import { describe, expect, it } from "vitest";
import { sayReason } from "./say-reason";

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
