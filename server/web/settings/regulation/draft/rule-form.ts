import type { Channel, ComplaintKind } from "@otklik/shared/complaint/vocabulary";
import type { Applicability, ExtensionLimit, TimeLimit } from "@otklik/shared/deadline/regulation/regulation";
import {
  CLOCK_UNITS,
  type Clock,
  type ClockFamily,
  type DayUnit,
  type IsoDate,
  type LegalBasis,
  type Roll,
  type StartEvent,
  type TermEnd,
  type TimeUnit,
} from "@otklik/shared/deadline/vocabulary";

/** Whether a rule asks how the complainant can be answered. */
export const ANONYMITIES = ["any", "no", "yes"] as const;
export type Anonymity = (typeof ANONYMITIES)[number];

/** How far a date may be moved. */
export const EXTENSIONS = ["none", "agreed", "limited"] as const;
export type ExtensionKind = (typeof EXTENSIONS)[number];

/** A rule as it stands in its form: numbers and days are what was typed, so that nothing typed is lost. */
export interface RuleForm {
  readonly id: string;
  readonly clock: Clock;
  readonly family: ClockFamily;
  /** Empty lists are for everything. */
  readonly kinds: readonly ComplaintKind[];
  readonly channels: readonly Channel[];
  readonly anonymity: Anonymity;
  readonly bases: readonly LegalBasis[];
  readonly unit: TimeUnit;
  readonly n: string;
  readonly from: StartEvent;
  readonly roll: Roll;
  readonly end: TermEnd;
  readonly pausable: boolean;
  readonly priority: string;
  readonly extension: ExtensionKind;
  readonly extensionUnit: DayUnit;
  readonly extensionN: string;
  /** "" for always. */
  readonly inForceFrom: string;
  readonly act: string;
  readonly clause: string;
  readonly url: string;
  readonly checkedOn: string;
}

/** Whether a term in this unit is shorter than a day, so that neither roll nor end of day means anything. */
export function isClockTerm(unit: TimeUnit): boolean {
  return CLOCK_UNITS.some((each) => each === unit);
}

/** Whether the last day of a term in this unit may turn out not to be worked. */
export function mayRoll(unit: TimeUnit): boolean {
  return !isClockTerm(unit) && unit !== "working_day";
}

/** A rule as its form shows it. */
export function formOf(limit: TimeLimit): RuleForm {
  const { appliesTo, extension, basis } = limit;
  const { anonymous } = appliesTo;
  return {
    id: limit.id,
    clock: limit.clock,
    family: limit.family,
    kinds: appliesTo.kinds ?? [],
    channels: appliesTo.channels ?? [],
    anonymity: anonymous === undefined ? "any" : anonymous ? "yes" : "no",
    bases: appliesTo.bases ?? [],
    unit: limit.unit,
    n: String(limit.n),
    from: limit.from,
    roll: limit.roll,
    end: limit.end,
    pausable: limit.pausable,
    priority: String(limit.priority),
    extension: extension === null ? "none" : extension.longest === null ? "agreed" : "limited",
    extensionUnit: extension?.longest?.unit ?? "working_day",
    extensionN: String(extension?.longest?.n ?? ""),
    inForceFrom: limit.inForceFrom ?? "",
    act: basis.act,
    clause: basis.clause ?? "",
    url: basis.url ?? "",
    checkedOn: basis.checkedOn,
  };
}

/**
 * The rule that a form says, not yet checked: a number that is none is NaN, an act that was not named is "".
 * What its unit or family makes meaningless is left out of it, and stays in the form.
 */
export function toTimeLimit(form: RuleForm): TimeLimit {
  const { clock, family, unit, from } = form;
  return {
    id: form.id.trim(),
    clock,
    family,
    appliesTo: toApplicability(form),
    unit,
    n: toNumber(form.n),
    from,
    roll: mayRoll(unit) ? form.roll : "none",
    end: isClockTerm(unit) ? "day_end" : form.end,
    pausable: family === "service" && form.pausable,
    priority: toNumber(form.priority),
    extension: toExtension(form),
    ...(form.inForceFrom !== "" && { inForceFrom: form.inForceFrom }),
    basis: {
      act: form.act.trim(),
      clause: orNull(form.clause),
      url: orNull(form.url),
      checkedOn: form.checkedOn,
    },
  };
}

/** A rule to begin with: an answer to everybody, whose act is still to be named. */
export function blankForm(clock: Clock, today: IsoDate, id: string): RuleForm {
  return {
    id,
    clock,
    family: "legal",
    kinds: [],
    channels: [],
    anonymity: "any",
    bases: [],
    unit: "working_day",
    n: "",
    from: "received",
    roll: "next",
    end: "day_end",
    pausable: false,
    priority: "0",
    extension: "none",
    extensionUnit: "working_day",
    extensionN: "",
    inForceFrom: "",
    act: "",
    clause: "",
    url: "",
    checkedOn: today,
  };
}

/** Another unit, with what follows from it: a term in calendar days goes past a day off, as the Civil Code has it. */
export function withUnit(form: RuleForm, unit: TimeUnit): RuleForm {
  const roll = mayRoll(unit) && !mayRoll(form.unit) ? "next" : form.roll;
  return { ...form, unit, roll };
}

function toApplicability({ kinds, channels, anonymity, bases }: RuleForm): Applicability {
  return {
    ...(kinds.length > 0 && { kinds }),
    ...(channels.length > 0 && { channels }),
    ...(anonymity !== "any" && { anonymous: anonymity === "yes" }),
    ...(bases.length > 0 && { bases }),
  };
}

function toExtension({ extension, extensionUnit, extensionN }: RuleForm): ExtensionLimit | null {
  if (extension === "none") return null;
  if (extension === "agreed") return { longest: null };
  return { longest: { unit: extensionUnit, n: toNumber(extensionN) } };
}

function toNumber(typed: string): number {
  return /^\s*\d+\s*$/.test(typed) ? Number(typed) : Number.NaN;
}

function orNull(typed: string): string | null {
  return typed.trim() === "" ? null : typed.trim();
}
