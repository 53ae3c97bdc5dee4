import type { Clock } from "@otklik/shared/deadline/vocabulary";
import { and, eq, isNull } from "drizzle-orm";
import type { Queryable } from "../db/client";
import { dueDates } from "../db/schema";
import { tellNextDue } from "./replace-due-dates";

/** Writes on the date in force of a clock that its event has come, unless it had come before. */
export async function meetClock(
  tx: Queryable,
  orgId: string,
  complaintId: string,
  clock: Clock,
  at: Date,
): Promise<void> {
  await tx
    .update(dueDates)
    .set({ metAt: at })
    .where(
      and(
        eq(dueDates.orgId, orgId),
        eq(dueDates.complaintId, complaintId),
        eq(dueDates.clock, clock),
        isNull(dueDates.metAt),
        isNull(dueDates.supersededAt),
      ),
    );
  await tellNextDue(tx, orgId, [complaintId]);
}
