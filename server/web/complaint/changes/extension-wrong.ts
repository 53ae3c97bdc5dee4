import type { ExtensionChoice } from "@otklik/shared/deadline/extension-choice";
import type { IsoDate } from "@otklik/shared/deadline/vocabulary";
import { sayProblem } from "@otklik/shared/messages/problem/index";
import type { Locale } from "@otklik/shared/people/locale";
import type { Failure } from "../../api/outcome";
import { sayDates } from "../../messages/dates/index";

/** What the server may have against a later date. */
const REFUSALS = [
  "extension-not-allowed",
  "extension-not-later",
  "extension-too-long",
  "extension-too-late",
  "extension-waiting",
] as const;
type ExtensionRefusal = (typeof REFUSALS)[number];

/** The refusal that belongs beside the date; null when the failure is another one. */
export function toExtensionRefusal(failure: Failure | null): ExtensionRefusal | null {
  if (failure?.kind !== "refused") return null;
  const { code } = failure.problem;
  return REFUSALS.find((each) => each === code) ?? null;
}

interface AskedDate {
  /** As it is typed; "" while it is not a whole date. */
  readonly dueOn: IsoDate;
  readonly choice: ExtensionChoice;
  readonly refusal: ExtensionRefusal | null;
  /** Nobody is told of an empty field before trying to send it. */
  readonly wasSent: boolean;
}

/** What is wrong with a later date, in words; empty when nothing is. The server has the last word. */
export function sayExtensionWrong(locale: Locale, { dueOn, choice, refusal, wasSent }: AskedDate): string[] {
  if (dueOn === "") return wasSent ? [sayDates(locale, "extend.dueOn.missing")] : [];
  const code =
    dueOn < choice.earliest
      ? "extension-not-later"
      : choice.latest !== null && dueOn > choice.latest
        ? "extension-too-long"
        : refusal;
  if (code === null) return [];
  const { title, detail } = sayProblem(locale, code);
  return [`${title}.`, detail];
}
