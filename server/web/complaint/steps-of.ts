import type { Complaint } from "@otklik/shared/complaint/complaint";
import { OWED_CLOCKS, type OwedClock } from "@otklik/shared/deadline/vocabulary";

/** One thing that is owed, and that can be recorded as done. */
export interface Step {
  readonly clock: OwedClock;
  /** Recording it leaves nothing owed: the complaint is closed. */
  readonly closes: boolean;
}

type Owing = Pick<Complaint, "status" | "dueDates" | "pausedClocks">;

/** What is still owed on a complaint, the earliest due date first; what stands still may be done all the same. Empty once it is closed. */
export function stepsOf({ status, dueDates, pausedClocks }: Owing): Step[] {
  if (status === "closed") return [];
  const open = [...dueDates.filter((due) => due.metAt === null), ...pausedClocks].sort(
    (one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt),
  );
  const owed = open.flatMap(({ clock }) => OWED_CLOCKS.filter((each) => each === clock));
  return owed.map((clock) => ({ clock, closes: clock === "answer" || owed.length === 1 }));
}
