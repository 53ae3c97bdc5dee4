import { z } from "zod";
import { CLOCK_FAMILIES, CLOCKS, DAY_UNITS, ROLLS, START_EVENTS, TERM_ENDS, TIME_UNITS } from "./vocabulary";

export const isoDateSchema = z.iso.date();
const utcInstantSchema = z.iso.datetime();

/** The rule that made a due date, as a reader needs it. */
export const dueRuleSchema = z.object({
  id: z.string(),
  regulation: z.string(),
  regulationVersion: z.int(),
  unit: z.enum(TIME_UNITS),
  n: z.int(),
  from: z.enum(START_EVENTS),
  family: z.enum(CLOCK_FAMILIES),
  roll: z.enum(ROLLS),
  end: z.enum(TERM_ENDS),
  /** Stands still while the complainant is waited for. */
  pausable: z.boolean(),
  /** How far the date may be moved from the one that the rule gave; null where it may not. */
  extension: z.object({ longest: z.object({ unit: z.enum(DAY_UNITS), n: z.int() }).nullable() }).nullable(),
  /** Act and clause as cited, such as "regulation 3.3.5". */
  basis: z.string(),
  basisUrl: z.string().nullable(),
  /** When the act was last compared with the rule. */
  checkedOn: isoDateSchema,
});
export type DueRule = z.infer<typeof dueRuleSchema>;

/** The result of one time limit on one complaint. */
export const dueDateSchema = z.object({
  clock: z.enum(CLOCKS),
  /** Exclusive: at this instant the term has run out. For a term in days, 24:00 local of `dueOn`, or close of business. */
  dueAt: utcInstantSchema,
  /** Last local day on which it is in time, inclusive. */
  dueOn: isoDateSchema,
  /** Some day counted lies in a year whose calendar is not official yet. */
  provisional: z.boolean(),
  /** The instant it was counted from. */
  startAt: utcInstantSchema,
  calendarVersion: z.string(),
  rule: dueRuleSchema,
});
export type DueDate = z.infer<typeof dueDateSchema>;
