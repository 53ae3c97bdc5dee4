import type { Complaint } from "@otklik/shared/complaint/complaint";
import { OWED_CLOCKS, type OwedClock } from "@otklik/shared/deadline/vocabulary";

/** One thing that is owed, and that can be recorded as done. */
export interface Step {
  readonly clock: OwedClock;
  /** Recording it leaves nothing owed: the complaint is closed. */
  readonly closes: boolean;
}

/** What is still owed on a complaint, the earliest due date first; empty once it is closed. */
export function stepsOf(complaint: Pick<Complaint, "status" | "dueDates">): Step[] {
  if (complaint.status === "closed") return [];
  const open = complaint.dueDates
    .filter((due) => due.metAt === null)
    .sort((one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt));
  const owed = open.flatMap(({ clock }) => OWED_CLOCKS.filter((each) => each === clock));
  return owed.map((clock) => ({ clock, closes: clock === "answer" || owed.length === 1 }));
}
