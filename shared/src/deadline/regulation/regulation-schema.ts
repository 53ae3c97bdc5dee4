import { z } from "zod";
import { LIMITS } from "../../complaint/limits";
import { CHANNELS, COMPLAINT_KINDS } from "../../complaint/vocabulary";
import { lineOfText } from "../../text/plain-text";
import { isoDateSchema } from "../due-date";
import {
  CLOCK_FAMILIES,
  CLOCKS,
  DAY_UNITS,
  LEGAL_BASES,
  ROLLS,
  START_EVENTS,
  TERM_ENDS,
  TIME_UNITS,
} from "../vocabulary";
import type { Regulation, TimeLimit } from "./regulation";

const termSchema = z.int().min(1).max(LIMITS.termUnits);

const applicabilitySchema = z.strictObject({
  kinds: z.array(z.enum(COMPLAINT_KINDS)).min(1).max(COMPLAINT_KINDS.length).optional(),
  channels: z.array(z.enum(CHANNELS)).min(1).max(CHANNELS.length).optional(),
  anonymous: z.boolean().optional(),
  bases: z.array(z.enum(LEGAL_BASES)).min(1).max(LEGAL_BASES.length).optional(),
});

export const extensionLimitSchema = z.strictObject({
  longest: z.strictObject({ unit: z.enum(DAY_UNITS), n: termSchema }).nullable(),
});

/** One rule as it is stored, sent and read from a file. */
export const timeLimitSchema: z.ZodType<TimeLimit> = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .max(LIMITS.ruleIdLength),
    clock: z.enum(CLOCKS),
    family: z.enum(CLOCK_FAMILIES),
    appliesTo: applicabilitySchema,
    unit: z.enum(TIME_UNITS),
    n: termSchema,
    from: z.enum(START_EVENTS),
    roll: z.enum(ROLLS),
    end: z.enum(TERM_ENDS),
    pausable: z.boolean(),
    priority: z.int().min(0).max(LIMITS.rulePriority),
    extension: extensionLimitSchema.nullable(),
    inForceFrom: isoDateSchema.optional(),
    basis: z.strictObject({
      act: lineOfText(LIMITS.actLength),
      clause: lineOfText(LIMITS.actLength).nullable(),
      url: z
        .url({ protocol: /^https?$/ })
        .max(LIMITS.urlLength)
        .nullable(),
      checkedOn: isoDateSchema,
    }),
  })
  .refine(({ family, pausable }) => !(family === "legal" && pausable), {
    path: ["pausable"],
    error: "legal-clock-pauses",
  });

export const timeLimitsSchema = z
  .array(timeLimitSchema)
  .min(1)
  .max(LIMITS.timeLimits)
  .refine((limits) => new Set(limits.map(({ id }) => id)).size === limits.length, {
    error: "rule-id-twice",
  });

/** A regulation as it is stored, sent and read from a file. */
export const regulationSchema: z.ZodType<Regulation> = z.strictObject({
  name: lineOfText(LIMITS.versionLength),
  version: z.int().min(1),
  timeLimits: timeLimitsSchema,
});
