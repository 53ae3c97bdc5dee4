import { CHANNELS, COMPLAINT_KINDS, type ComplaintKind } from "../../complaint/vocabulary";
import { CLOCK_UNITS, OWED_CLOCKS, type StartEvent } from "../vocabulary";
import { applyingLimits, type RuleFacts, type TimeLimit } from "./regulation";

/** What is doubtful about a set of rules that can be counted by: to be shown to whoever writes it. */
export type RegulationProblem =
  /** A complaint of this kind would have no date by which it must be answered, in some channel. */
  | { readonly code: "no-answer"; readonly kind: ComplaintKind }
  /** A complaint of this kind would have no date at all, in some channel: nobody would ever be reminded of it. */
  | { readonly code: "no-date"; readonly kind: ComplaintKind; readonly anonymous: boolean }
  /** Rules of a higher priority always take its place, or it is for nobody. */
  | { readonly code: "never-holds"; readonly ruleId: string }
  /** Its event comes too late for what it dates, or never comes for it. */
  | { readonly code: "starts-too-late"; readonly ruleId: string }
  /** A term in minutes or hours ends at a moment: it neither rolls nor ends with a day. */
  | { readonly code: "day-settings-of-hours"; readonly ruleId: string };

/** A suggestion is taken to notice, and to an anonymous complaint nobody could answer. */
const ANSWERED_KINDS = ["general", "claim", "service"] as const satisfies readonly ComplaintKind[];

/**
 * What is doubtful about the rules of a regulation beyond its schema; empty for a sound one. None of it keeps
 * the rules from being counted by.
 */
export function regulationProblems(limits: readonly TimeLimit[]): RegulationProblem[] {
  const withoutAnswer = ANSWERED_KINDS.filter((kind) =>
    CHANNELS.some((channel) => !hasClock(limits, { kind, channel, anonymous: false, bases: [] }, ["answer"])),
  );
  const withoutDate = [false, true].flatMap((anonymous) =>
    COMPLAINT_KINDS.filter((kind) =>
      CHANNELS.some((channel) => !hasClock(limits, { kind, channel, anonymous, bases: [] }, OWED_CLOCKS)),
    ).map((kind) => ({ code: "no-date", kind, anonymous }) as const),
  );
  const holding = holdingLimits(limits);
  return [
    ...withoutAnswer.map((kind) => ({ code: "no-answer", kind }) as const),
    ...withoutDate,
    ...limits.flatMap((limit) => problemsOfRule(limit, holding.has(limit))),
  ];
}

function problemsOfRule(limit: TimeLimit, holds: boolean): RegulationProblem[] {
  const { id: ruleId, clock, from, unit, roll, end } = limit;
  const problems: RegulationProblem[] = [];
  if (!holds) problems.push({ code: "never-holds", ruleId });
  if (!STARTS[clock].includes(from)) problems.push({ code: "starts-too-late", ruleId });
  const isInHours = CLOCK_UNITS.some((hours) => hours === unit);
  if (isInHours && (roll !== "none" || end !== "day_end")) {
    problems.push({ code: "day-settings-of-hours", ruleId });
  }
  return problems;
}

const BEFORE_CLOSING: readonly StartEvent[] = ["received", "registered", "request_sent", "reply_received"];
const OF_COMPLAINT: readonly StartEvent[] = ["received", "registered"];

/** From what each clock may sensibly run: what is owed before the complaint is closed cannot run from that. */
const STARTS: Readonly<Record<TimeLimit["clock"], readonly StartEvent[]>> = {
  first_response: OF_COMPLAINT,
  term_notice: OF_COMPLAINT,
  triage: OF_COMPLAINT,
  answer: BEFORE_CLOSING,
  internal_request: ["request_sent"],
  retention: [...OF_COMPLAINT, "closed"],
};

function hasClock(limits: readonly TimeLimit[], facts: RuleFacts, clocks: readonly string[]): boolean {
  return applyingLimits(facts, limits).some(({ clock }) => clocks.includes(clock));
}

/** The rules that hold for some complaint: with no basis, and with each basis alone. */
function holdingLimits(limits: readonly TimeLimit[]): ReadonlySet<TimeLimit> {
  const bases = [...new Set(limits.flatMap(({ appliesTo }) => appliesTo.bases ?? []))];
  const holding = new Set<TimeLimit>();
  for (const kind of COMPLAINT_KINDS) {
    for (const channel of CHANNELS) {
      for (const anonymous of [false, true]) {
        for (const given of [[], ...bases.map((basis) => [basis])]) {
          for (const limit of applyingLimits({ kind, channel, anonymous, bases: given }, limits)) {
            holding.add(limit);
          }
        }
      }
    }
  }
  return holding;
}
