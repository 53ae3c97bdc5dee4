import { russia } from "@otklik/shared/deadline/calendar/russia";
import { dueDatesOf } from "@otklik/shared/deadline/due";
import { ruDefault } from "@otklik/shared/deadline/regulation/ru-default";
import { median, progress, report } from "./report";

const ZONE = "Europe/Moscow";
const ROUNDS = 5;
const ROUND_MS = 2_000;
/** Counted between two looks at the clock. */
const PORTION = 1_000;
/** Instants a quarter of an hour and a bit apart, over two years: nearly every claim has one of its own. */
const FIRST = Date.parse("2025-01-09T06:00:00Z");
const STEP_MS = 907_123;
const INSTANTS = 70_000;

/** How many claims a second one core dates: each all its due dates, from an instant of its own. */
export function measureDueDates(): void {
  const facts = Array.from({ length: INSTANTS }, (_, place) => {
    const receivedAt = new Date(FIRST + place * STEP_MS).toISOString();
    const registeredAt = new Date(FIRST + place * STEP_MS + 95_000).toISOString();
    return {
      kind: "claim",
      channel: "web_form",
      anonymous: false,
      bases: [],
      receivedAt,
      registeredAt,
    } as const;
  });
  let next = 0;
  let dated = 0;
  const countPortion = () => {
    for (let n = 0; n < PORTION; n++) {
      const claim = facts[next++ % facts.length];
      if (claim !== undefined) dated += dueDatesOf(claim, ruDefault, russia, ZONE).length;
    }
  };
  countPortion();
  const perSecond: number[] = [];
  let claims = 0;
  for (let round = 1; round <= ROUNDS; round++) {
    const begin = performance.now();
    let counted = 0;
    while (performance.now() - begin < ROUND_MS) {
      countPortion();
      counted += PORTION;
    }
    perSecond.push(counted / ((performance.now() - begin) / 1000));
    claims += counted;
  }
  progress(`due: ${dated} due dates of ${claims + PORTION} claims`);
  report("due.per_second", median(perSecond), "1/s", claims);
}
