import type { Applicability, TimeLimit } from "@otklik/shared/deadline/regulation/regulation";
import { ruDefault } from "@otklik/shared/deadline/regulation/ru-default";
import { describe, expect, it } from "vitest";
import { sampleRule } from "../../../../tests/support/sample-rule";
import { RULE_FIELDS } from "./compare-rules";
import { sayExtension, sayRuleField, sayRuleName, sayScope, sayTerm, sayTermNotes } from "./say-rule";

const plain = (said: string) => said.replaceAll("\u00a0", " ");

describe("for whom", () => {
  it.each<[Applicability, string, string]>([
    [{}, "every complaint", "любое обращение"],
    [
      { kinds: ["claim", "service"] },
      "claim, complaint about service",
      "претензия, жалоба на качество обслуживания",
    ],
    [{ channels: ["phone"] }, "channel: phone", "канал: телефон"],
    [
      { bases: ["motor_insurance"] },
      "basis: motor insurance, claimant not a consumer",
      "основание: ОСАГО, заявитель не потребитель",
    ],
    [{ anonymous: false }, "not anonymous", "кроме анонимных"],
    [{ anonymous: true }, "anonymous only", "только анонимные"],
  ])("%o", (appliesTo, en, ru) => {
    expect(sayScope("en", appliesTo)).toEqual([en]);
    expect(sayScope("ru", appliesTo)).toEqual([ru]);
  });

  it("names a rule by its clock and all that it asks", () => {
    const rule = sampleRule({ appliesTo: { kinds: ["claim"], channels: ["email"], anonymous: false } });
    expect(sayRuleName("ru", rule)).toBe("Ответ: претензия, канал: электронная почта, кроме анонимных");
  });
});

describe("what is said beside a term", () => {
  it("nothing where all is as usual", () => {
    expect(sayTermNotes("en", sampleRule({ roll: "none" }))).toEqual([]);
  });

  it.each<[Partial<TimeLimit>, string]>([
    [{ roll: "next" }, "a last day off moves to the next working day"],
    [{ end: "close_of_business" }, "ends at close of business"],
    [{ pausable: true }, "stands still while the complainant is waited for"],
    [{ priority: 10 }, "goes before rules of a priority below 10"],
    [{ inForceFrom: "2024-07-01" }, "for complaints registered from 1 July 2024"],
  ])("%o", (change, note) => {
    expect(sayTermNotes("en", sampleRule({ roll: "none", ...change }))).toEqual([note]);
  });
});

it.each<[TimeLimit["extension"], string, string]>([
  [null, "none", "нет"],
  [{ longest: null }, "as agreed", "по согласованию"],
  [
    { longest: { unit: "working_day", n: 10 } },
    "by 10 working days at most",
    "не больше чем на 10 рабочих дней",
  ],
])("extension %o", (extension, en, ru) => {
  expect(sayExtension("en", extension)).toBe(en);
  expect(plain(sayExtension("ru", extension))).toBe(ru);
});

it("says a dash for a number and a day that are not typed yet", () => {
  const basis = { act: "", clause: null, url: null, checkedOn: "" };
  const half = sampleRule({ n: Number.NaN, basis, extension: { longest: { unit: "week", n: Number.NaN } } });
  expect(sayTerm("en", half)).toBe("—");
  expect(sayExtension("en", half.extension)).toBe("by — at most");
  expect(sayRuleField("en", "checkedOn", half)).toBe("—");
});

it("has Russian words for everything that the model regulation says", () => {
  const said = ruDefault.timeLimits.flatMap((limit) =>
    RULE_FIELDS.filter((field) => field !== "link" && field !== "priority").map((field) =>
      sayRuleField("ru", field, limit),
    ),
  );
  expect(said.filter((words) => !/[а-яё]/i.test(words))).toEqual([]);
});
