import { CLIP_FIELDS, field, type NamedField } from "../clip-problems/fields";
import type { en } from "./en";

type FieldKey = Exclude<keyof typeof en & `field.${string}`, "field.unknown" | "field.line" | "field.event">;

/** Where a path of a request leads, in the reader's words. The first that matches is taken. */
const FIELDS: readonly NamedField<FieldKey>[] = [
  ...CLIP_FIELDS,
  field(/^organisationName$/, "field.organisationName"),
  field(/^zone$/, "field.zone"),
  field(/^locale$/, "field.locale"),
  field(/^name$/, "field.name"),
  field(/^email$/, "field.email"),
  field(/^password$/, "field.password"),
  field(/^roles(?:Before)?(\.|$)/, "field.roles", "number"),
  field(/^disabled$/, "field.disabled"),
  field(/^confirmation\.password$/, "field.current"),
  field(/^next$/, "field.next"),
  field(/^before$/, "field.before", "number"),
  field(/^userCode$/, "field.userCode"),
  field(/^code$/, "field.userCode"),
  field(/^decision$/, "field.decision"),
  field(/^view$/, "field.view"),
  field(/^q$/, "field.search"),
  field(/^cursor$/, "field.cursor"),
  field(/^limit$/, "field.limit", "number"),
  field(/^receivedAt$/, "field.receivedAt"),
  field(/^bases(\.|$)/, "field.bases", "number"),
  field(/^reason$/, "field.reason"),
  field(/^comment$/, "field.comment"),
  field(/^dueOn$/, "field.dueOn"),
  field(/^into$/, "field.into"),
  field(/^clock$/, "field.clock"),
  field(/^window$/, "field.window"),
  field(/^(file|text)$/, "field.file"),
  field(/^format$/, "field.format"),
  field(/^year$/, "field.year", "number"),
  field(/^from$/, "field.firstYear", "number"),
  field(/^to$/, "field.lastYear", "number"),
  field(/^note$/, "field.note"),
  field(/^basedOn(\.|$)/, "field.basedOn"),
  field(/^((calendar|into)\.)?version$/, "field.calendarVersion"),
  field(/^((calendar|into)\.)?country$/, "field.country"),
  field(/^((calendar|into)\.)?weekend(\.|$)/, "field.weekend", "number"),
  field(/^((calendar|into)\.)?years\.\d+\.act$/, "field.calendarAct"),
  field(/^((calendar|into)\.)?years\.\d+\.regional(\.|$)/, "field.regionalDay"),
  field(/^((calendar|into)\.)?years(\.|$)/, "field.calendarYear", "number"),
  field(/^((calendar|into)\.)?publicHolidays(\.|$)/, "field.publicHolidays", "number"),
  field(/^((calendar|into)\.)?hours(\.|$)/, "field.businessHours", "number"),
];

/** The field that a path such as `clip.narrative` means; null when it has no name of its own. */
export function fieldAt(path: string): NamedField<FieldKey> | null {
  return FIELDS.find((candidate) => candidate.path.test(path)) ?? null;
}
