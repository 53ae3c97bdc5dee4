import type { Channel, ComplaintKind } from "../../complaint/vocabulary";
import type { DueRule } from "../due-date";
import type {
  Clock,
  ClockFamily,
  DayUnit,
  IsoDate,
  LegalBasis,
  Roll,
  StartEvent,
  TermEnd,
  TimeUnit,
} from "../vocabulary";

/** Which complaints a time limit is for. A list that is left out allows everything. */
export interface Applicability {
  readonly kinds?: readonly ComplaintKind[] | undefined;
  readonly channels?: readonly Channel[] | undefined;
  readonly anonymous?: boolean | undefined;
  /** The complaint rests on one of these. */
  readonly bases?: readonly LegalBasis[] | undefined;
}

/** The act that sets a term. */
export interface RuleBasis {
  readonly act: string;
  readonly clause: string | null;
  /** Where the act can be read. */
  readonly url: string | null;
  /** When the act was last compared with this rule. */
  readonly checkedOn: IsoDate;
}

/** How far a date may be moved, counted from the date that the rule gave; null: as far as is agreed. */
export interface ExtensionLimit {
  readonly longest: { readonly unit: DayUnit; readonly n: number } | null;
}

/** A rule: how long, from when, for whom, and by what act. */
export interface TimeLimit {
  /** Kept with every due date; never given to another rule. */
  readonly id: string;
  readonly clock: Clock;
  readonly family: ClockFamily;
  readonly appliesTo: Applicability;
  readonly unit: TimeUnit;
  /** Whole number of units, 1 or more. */
  readonly n: number;
  readonly from: StartEvent;
  /** For calendar days, weeks, months and years: where a last day that is not worked moves. */
  readonly roll: Roll;
  /** For units of days. */
  readonly end: TermEnd;
  /** Whether it stands still while the complainant is waited for: only a service clock may. */
  readonly pausable: boolean;
  /** Of several rules for one clock only those of the highest priority count; of these the earliest date. */
  readonly priority: number;
  /** Null where no date may be moved. */
  readonly extension: ExtensionLimit | null;
  /** First local day of registration that it is for, where its act came into force while others were kept. */
  readonly inForceFrom?: IsoDate | undefined;
  readonly basis: RuleBasis;
}

/** The name under which an organisation's own versions are kept. */
export const OWN_REGULATION = "own";

/** An organisation's set of time limits. It is not changed in place: another content is another version. */
export interface Regulation {
  readonly name: string;
  readonly version: number;
  readonly timeLimits: readonly TimeLimit[];
}

/** What of a complaint decides which rules apply. */
export interface RuleFacts {
  readonly kind: ComplaintKind;
  readonly channel: Channel;
  readonly anonymous: boolean;
  readonly bases: readonly LegalBasis[];
}

/** A time limit with its rule as it is kept and shown. */
export interface ApplicableRule {
  readonly limit: TimeLimit;
  readonly rule: DueRule;
}

const rulesOfRegulation = new WeakMap<Regulation, Map<string, readonly ApplicableRule[]>>();

/**
 * The time limits that a complaint is under, in the regulation's order: for each clock those of the highest
 * priority among them that apply. A regulation is never changed in place, so what was found for one
 * kind of complaint holds.
 *
 * @param registeredOn local date; without it every rule is in force
 */
export function rulesFor(
  facts: RuleFacts,
  regulation: Regulation,
  registeredOn?: IsoDate,
): readonly ApplicableRule[] {
  const found = rulesOfRegulation.get(regulation) ?? new Map<string, readonly ApplicableRule[]>();
  rulesOfRegulation.set(regulation, found);
  const pending = pendingOn(registeredOn, regulation);
  const key = `${facts.kind} ${facts.channel} ${facts.anonymous} ${facts.bases.join()} ${pending}`;
  const known = found.get(key);
  if (known !== undefined) return known;
  const rules = applyingLimits(facts, regulation.timeLimits, registeredOn).map((limit) => ({
    limit,
    rule: toDueRule(limit, regulation),
  }));
  found.set(key, rules);
  return rules;
}

/** How many rules were not in force yet: with the same number of them, they are the same ones. */
function pendingOn(registeredOn: IsoDate | undefined, regulation: Regulation): number {
  let pending = 0;
  for (const limit of regulation.timeLimits) if (!isInForce(limit, registeredOn)) pending++;
  return pending;
}

function isInForce({ inForceFrom }: TimeLimit, registeredOn: IsoDate | undefined): boolean {
  return inForceFrom === undefined || registeredOn === undefined || inForceFrom <= registeredOn;
}

/**
 * The time limits that a complaint is under: for each clock those of the highest priority among them that apply.
 *
 * @param registeredOn local date; without it every rule is in force
 */
export function applyingLimits(
  facts: RuleFacts,
  limits: readonly TimeLimit[],
  registeredOn?: IsoDate,
): TimeLimit[] {
  const applying = limits.filter(
    (limit) => isInForce(limit, registeredOn) && applies(limit.appliesTo, facts),
  );
  const highest = new Map<Clock, number>();
  for (const { clock, priority } of applying) {
    highest.set(clock, Math.max(priority, highest.get(clock) ?? priority));
  }
  return applying.filter((limit) => limit.priority === highest.get(limit.clock));
}

/** The rule as it is kept with a due date and shown. */
export function toDueRule(limit: TimeLimit, regulation: Regulation): DueRule {
  const { act, clause, url, checkedOn } = limit.basis;
  return {
    id: limit.id,
    regulation: regulation.name,
    regulationVersion: regulation.version,
    unit: limit.unit,
    n: limit.n,
    from: limit.from,
    family: limit.family,
    roll: limit.roll,
    end: limit.end,
    pausable: limit.pausable,
    extension: limit.extension,
    basis: clause === null ? act : `${act} ${clause}`,
    basisUrl: url,
    checkedOn,
  };
}

function applies(appliesTo: Applicability, facts: RuleFacts): boolean {
  const { kinds, channels, anonymous, bases } = appliesTo;
  return (
    (kinds === undefined || kinds.includes(facts.kind)) &&
    (channels === undefined || channels.includes(facts.channel)) &&
    (anonymous === undefined || anonymous === facts.anonymous) &&
    (bases === undefined || bases.some((basis) => facts.bases.includes(basis)))
  );
}
