import type { RegisteredComplaint } from "@otklik/shared/complaint/complaint";
import { recordStep } from "../complaints/record-step";
import { registerComplaint } from "../complaints/register-complaint";
import type { Caller, Deps } from "../deps";
import { DEVELOPMENTS, developComplaint } from "./develop-complaint";
import { type InventedComplaint, inventComplaint, type SeedScene, STAGES } from "./invent-complaint";
import { createRandom } from "./random";

/** What a seeding did. */
export interface Seeded {
  readonly registered: readonly RegisteredComplaint[];
  readonly closed: number;
}

export interface SeedOptions {
  readonly count: number;
  /** The same seed invents the same texts, people and channels. */
  readonly seed: string;
  readonly topics: SeedScene["topics"];
}

/** At once: the registrar takes them together, as it does those of many agents. */
const AT_ONCE = 50;

/**
 * Registers invented complaints the way real ones are registered, and records what has been done
 * on them.
 *
 * @param callers in whose names, in turn; one at least
 */
export async function seedComplaints(
  deps: Deps,
  callers: readonly Caller[],
  { count, seed, topics }: SeedOptions,
): Promise<Seeded> {
  const now = deps.now();
  const random = createRandom(seed);
  // Ids also hang on the instant, so that the same seed on another day is not a repetition.
  const ids = createRandom(`${seed} ${now.toISOString()}`);
  const registered: RegisteredComplaint[] = [];
  let closed = 0;
  let developed = 0;
  for (let from = 0; from < count; from += AT_ONCE) {
    const group = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, place) => {
      const ordinal = from + place;
      const stage = STAGES[ordinal % STAGES.length] ?? "in_time";
      const caller = callers[ordinal % callers.length];
      if (caller === undefined) throw new RangeError("nobody to register for");
      const scene = { now, zone: caller.zone, topics };
      return { caller, invented: inventComplaint(ids.uuid(), stage, scene, random) };
    });
    const results = await Promise.all(group.map(({ caller, invented }) => seedOne(deps, caller, invented)));
    registered.push(...results.map(({ receipt }) => receipt));
    const lasting = results.filter(({ isClosed }, place) => !isClosed && isLast(from + place));
    for (const { receipt } of lasting.filter(({ receipt }) => owesAnswer(receipt))) {
      const development = DEVELOPMENTS[developed % DEVELOPMENTS.length] ?? "triaged";
      if (await developComplaint(deps, callers, receipt.id, development)) developed++;
    }
    closed += results.filter(({ isClosed }) => isClosed).length;
  }
  return { registered, closed };
}

/** Of those that come in turn: only these live on, so that every stage stays to be seen. */
function isLast(ordinal: number): boolean {
  return ordinal % STAGES.length === STAGES.length - 1;
}

function owesAnswer({ dueDates }: RegisteredComplaint): boolean {
  return dueDates.some(({ clock }) => clock === "answer");
}

async function seedOne(deps: Deps, caller: Caller, { complaint, done }: InventedComplaint) {
  const receipt = await registerComplaint(deps, caller, complaint);
  let isClosed = false;
  for (const clock of done.filter((clock) => receipt.dueDates.some((due) => due.clock === clock))) {
    const { status } = await recordStep(deps, caller, { id: receipt.id, clock });
    isClosed = status === "closed";
  }
  return { receipt, isClosed };
}
