import type { Channel, ComplaintKind } from "../../complaint/vocabulary";
import type { DueRule } from "../due-date";
import type { Clock, IsoDate, Roll, StartEvent, TimeUnit } from "../vocabulary";

/** Which complaints a time limit is for. A list that is left out allows everything. */
export interface Applicability {
  readonly kinds?: readonly ComplaintKind[];
  readonly channels?: readonly Channel[];
  readonly anonymous?: boolean;
}

/** A rule: how long, from when, for whom, and by what act. */
export interface TimeLimit {
  /** Kept with every due date; never given to another rule. */
  readonly id: string;
  readonly clock: Clock;
  readonly appliesTo: Applicability;
  readonly unit: TimeUnit;
  /** Whole number of units, 1 or more. */
  readonly n: number;
  readonly from: StartEvent;
  /** Only for calendar days: where a last day that is not worked moves. */
  readonly roll: Roll;
  readonly basis: {
    readonly act: string;
    readonly clause: string | null;
    /** When the act was last compared with this rule. */
    readonly checkedOn: IsoDate;
  };
}

/** An organisation's set of time limits. It is not changed in place: another content is another version. */
export interface Regulation {
  readonly name: string;
  readonly version: number;
  /** In order: of several rules for one clock the first that applies is taken. */
  readonly timeLimits: readonly TimeLimit[];
}

/** What of a complaint decides which rules apply. */
export interface RuleFacts {
  readonly kind: ComplaintKind;
  readonly channel: Channel;
  readonly anonymous: boolean;
}

/** A time limit with its rule as it is kept and shown. */
export interface ApplicableRule {
  readonly limit: TimeLimit;
  readonly rule: DueRule;
}

const rulesOfRegulation = new WeakMap<Regulation, Map<string, readonly ApplicableRule[]>>();

/**
 * The time limits that a complaint is under, at most one for each clock, in the regulation's
 * order. A regulation is never changed in place, so what was found for one kind of complaint holds.
 */
export function rulesFor(facts: RuleFacts, regulation: Regulation): readonly ApplicableRule[] {
  const found = rulesOfRegulation.get(regulation) ?? new Map<string, readonly ApplicableRule[]>();
  rulesOfRegulation.set(regulation, found);
  const key = `${facts.kind} ${facts.channel} ${facts.anonymous}`;
  const rules =
    found.get(key) ??
    chosen(facts, regulation).map((limit) => ({ limit, rule: toDueRule(limit, regulation) }));
  found.set(key, rules);
  return rules;
}

function chosen(facts: RuleFacts, regulation: Regulation): TimeLimit[] {
  const taken = new Map<Clock, TimeLimit>();
  for (const limit of regulation.timeLimits) {
    if (!taken.has(limit.clock) && applies(limit.appliesTo, facts)) taken.set(limit.clock, limit);
  }
  return [...taken.values()];
}

/** The rule as it is kept with a due date and shown. */
export function toDueRule(limit: TimeLimit, regulation: Regulation): DueRule {
  const { act, clause } = limit.basis;
  return {
    id: limit.id,
    regulation: regulation.name,
    regulationVersion: regulation.version,
    unit: limit.unit,
    n: limit.n,
    from: limit.from,
    basis: clause === null ? act : `${act} ${clause}`,
  };
}

function applies(appliesTo: Applicability, facts: RuleFacts): boolean {
  const { kinds, channels, anonymous } = appliesTo;
  return (
    (kinds === undefined || kinds.includes(facts.kind)) &&
    (channels === undefined || channels.includes(facts.channel)) &&
    (anonymous === undefined || anonymous === facts.anonymous)
  );
}
