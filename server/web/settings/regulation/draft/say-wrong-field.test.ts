import { describe, expect, it } from "vitest";
import { sampleRule } from "../../../../../tests/support/sample-rule";
import { checkRule } from "./check-rule";
import { formOf, type RuleForm } from "./rule-form";
import { sayWrongField, type WrongField } from "./say-wrong-field";

describe("every field that is wrong has a sentence in both languages", () => {
  it.each<[WrongField, Partial<RuleForm>]>([
    ["n", { n: "" }],
    ["priority", { priority: "-1" }],
    ["extensionN", { extension: "limited", extensionN: "0" }],
    ["act", { act: "" }],
    ["act", { act: "a".repeat(301) }],
    ["clause", { clause: "a\nb" }],
    ["url", { url: "ftp://law.example/" }],
    ["checkedOn", { checkedOn: "" }],
    ["id", { id: "a--b" }],
  ])("%s: %o", (field, change) => {
    const { problems } = checkRule({ ...formOf(sampleRule()), ...change });
    expect(sayWrongField("en", problems, field)).toMatch(/^[A-Z].*\.$/);
    expect(sayWrongField("ru", problems, field)).toMatch(/^[А-ЯЁ].*\.$/);
  });

  it.each(["rule-id-twice", "rule-id-used"])("id: %s", (reason) => {
    const said = sayWrongField("en", [{ path: "id", reason }], "id");
    expect(said).toMatch(/identifier/);
  });
});

it("says nothing of a field that is right", () => {
  expect(sayWrongField("en", [{ path: "n", reason: "too_small", limit: 1 }], "act")).toBeNull();
});
