import type { en } from "./en";

type FieldKey = Exclude<keyof typeof en & `field.${string}`, "field.unknown" | "field.line" | "field.event">;

/** How a field is measured, which decides how "too much" is said. */
type Measure = "characters" | "number";

interface Field {
  readonly path: RegExp;
  readonly key: FieldKey;
  readonly measure: Measure;
}

/** Where a path of a request leads, in the reader's words. The first that matches is taken. */
const FIELDS: readonly Field[] = [
  field(/^$/, "field.body"),
  field(/(^|\.)narrative$/, "field.narrative"),
  field(/(^|\.)author\.name$/, "field.authorName"),
  field(/(^|\.)author\.handle$/, "field.authorHandle"),
  field(/(^|\.)author\.profileUrl$/, "field.authorProfile"),
  field(/(^|\.)author\.platformId$/, "field.authorId"),
  field(/(^|\.)permalink$/, "field.permalink"),
  field(/(^|\.)permalinkKey$/, "field.permalinkKey"),
  field(/(^|\.)postedAt(\.|$)/, "field.postedAt"),
  field(/(^|\.)page\.title$/, "field.pageTitle"),
  field(/(^|\.)page\.url$/, "field.pageUrl"),
  field(/(^|\.)capturedAt$/, "field.capturedAt"),
  field(/(^|\.)adapter$/, "field.adapter"),
  field(/(^|\.)sources(\.|$)/, "field.sources"),
  field(/(^|\.)evidence$/, "field.evidence", "number"),
  field(/(^|\.)evidence\.\d+\.kind$/, "field.evidenceKind"),
  field(/(^|\.)sha256$/, "field.evidenceHash"),
  field(/(^|\.)mediaType$/, "field.evidenceMediaType"),
  field(/(^|\.)bytes$/, "field.evidenceBytes", "number"),
  field(/(^|\.)evidence\.\d+\.region(\.|$)/, "field.evidenceRegion", "number"),
  field(/(^|\.)evidence\.\d+\.masks(\.|$)/, "field.evidenceMasks", "number"),
  field(/(^|\.)channel$/, "field.channel"),
  field(/(^|\.)kind$/, "field.kind"),
  field(/(^|\.)topicId$/, "field.topic"),
  field(/(^|\.)anonymous$/, "field.anonymous"),
  field(/(^|\.)remedySought$/, "field.remedySought"),
  field(/^complaints$/, "field.complaints", "number"),
  field(/^organisationName$/, "field.organisationName"),
  field(/^zone$/, "field.zone"),
  field(/^locale$/, "field.locale"),
  field(/^name$/, "field.name"),
  field(/^email$/, "field.email"),
  field(/^password$/, "field.password"),
  field(/^deviceName$/, "field.deviceName"),
  field(/^userCode$/, "field.userCode"),
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
  field(/(^|\.)id$/, "field.id"),
];

/** The field that a path such as `clip.narrative` means; null when it has no name of its own. */
export function fieldAt(path: string): { key: FieldKey; measure: Measure } | null {
  return FIELDS.find((candidate) => candidate.path.test(path)) ?? null;
}

function field(path: RegExp, key: FieldKey, measure: Measure = "characters"): Field {
  return { path, key, measure };
}
