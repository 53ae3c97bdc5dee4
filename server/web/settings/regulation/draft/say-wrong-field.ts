import { LIMITS } from "@otklik/shared/complaint/limits";
import type { FieldProblem } from "@otklik/shared/field-problems";
import type { Locale } from "@otklik/shared/people/locale";
import { sayRegulation } from "../../../messages/regulation/index";

/** The fields of the form in which something can be wrong. */
export type WrongField =
  | "n"
  | "priority"
  | "extensionN"
  | "inForceFrom"
  | "act"
  | "clause"
  | "url"
  | "checkedOn"
  | "id";

/** Where the schema's paths are in the form. */
const FIELD_OF: Readonly<Record<string, WrongField>> = {
  n: "n",
  priority: "priority",
  "extension.longest.n": "extensionN",
  inForceFrom: "inForceFrom",
  "basis.act": "act",
  "basis.clause": "clause",
  "basis.url": "url",
  "basis.checkedOn": "checkedOn",
  id: "id",
};

/** What is wrong with one field of a rule, as a sentence that tells what fits; null when nothing is. */
export function sayWrongField(
  locale: Locale,
  problems: readonly FieldProblem[],
  field: WrongField,
): string | null {
  const problem = problems.find(({ path }) => FIELD_OF[path] === field);
  if (problem === undefined) return null;
  switch (field) {
    case "n":
    case "extensionN":
      return sayRegulation(locale, "wrong.n", { max: LIMITS.termUnits });
    case "priority":
      return sayRegulation(locale, "wrong.priority", { max: LIMITS.rulePriority });
    case "act":
      return sayRegulation(locale, "wrong.act", { max: LIMITS.actLength });
    case "clause":
      return sayRegulation(locale, "wrong.clause", { max: LIMITS.actLength });
    case "url":
      return sayRegulation(locale, "wrong.link");
    case "inForceFrom":
    case "checkedOn":
      return sayRegulation(locale, "wrong.checkedOn");
    case "id":
      if (problem.reason === "rule-id-twice") return sayRegulation(locale, "wrong.idTwice");
      if (problem.reason === "rule-id-used") return sayRegulation(locale, "wrong.idUsed");
      return sayRegulation(locale, "wrong.id", { max: LIMITS.ruleIdLength });
  }
}
