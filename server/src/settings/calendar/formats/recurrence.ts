import type { Weekday } from "@otklik/shared/deadline/time/local-day";
import type { YearlyRule } from "@otklik/shared/deadline/time/yearly-rule";
import { z } from "zod";

const WEEKDAYS: Readonly<Record<string, Weekday>> = { MO: 1, TU: 2, WE: 3, TH: 4, FR: 5, SA: 6, SU: 7 };

const listOf = <Item extends z.ZodType>(item: Item) =>
  z.union([item.transform((one) => [one]), z.array(item).max(366)]).default([]);
const weekdaySchema = z
  .string()
  .regex(/^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/)
  .transform((written) => ({
    weekday: WEEKDAYS[written.slice(-2)] ?? 1,
    nth: written.length > 2 ? Number(written.slice(0, -2)) : null,
  }));

/** Whatever else a rule may say would change its days, so that it is not read. */
const ruleSchema = z.strictObject({
  freq: z.literal("YEARLY"),
  interval: z.int().min(1).max(300).default(1),
  count: z.int().min(1).max(10_000).nullable().default(null),
  until: z.string().nullable().default(null),
  bymonth: listOf(z.int().min(1).max(12)),
  bymonthday: listOf(z.int().min(-31).max(31)),
  byday: listOf(weekdaySchema),
  wkst: z.unknown().optional(),
});

/**
 * A yearly recurrence as the file writes it.
 *
 * @returns null when it is not yearly, or says something that is not understood
 */
export function readRecurrence(written: unknown): YearlyRule | null {
  const parsed = ruleSchema.safeParse(written);
  if (!parsed.success) return null;
  const { interval, count, until, bymonth, bymonthday, byday } = parsed.data;
  const last = until === null ? null : until.slice(0, 10);
  return { interval, count, until: last, months: bymonth, monthDays: bymonthday, weekdays: byday };
}
