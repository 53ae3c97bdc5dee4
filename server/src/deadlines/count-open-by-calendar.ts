import { formatRegisterNumber } from "@otklik/shared/complaint/register-number";
import type { WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import type { CountProgress, DueChange } from "@otklik/shared/settings/due-changes";
import type { Caller, Deps } from "../deps";
import { countOpenComplaints, type OpenComplaint } from "./count-open-complaints";
import { type RecountedDate, recountDates } from "./recount-dates";
import { withNewestRules } from "./with-rules";

/** Which due dates of the open complaints would be others if they were counted by this calendar. Nothing is changed. */
export function countOpenByCalendar(
  deps: Pick<Deps, "tenants" | "ruleBooks">,
  caller: Caller,
  calendar: WorkCalendar,
): AsyncGenerator<CountProgress> {
  return withNewestRules(deps, caller, (book) =>
    countOpenComplaints(deps, caller.orgId, async (complaints) => {
      const ids = complaints.map(({ id }) => id);
      const recounted = await deps.tenants.read(caller.orgId, (tx) =>
        recountDates(tx, book, calendar, caller, ids),
      );
      return dueChanges(complaints, recounted);
    }),
  );
}

/** Recounted dates with the numbers of their complaints, in the order of these. */
export function dueChanges(
  complaints: readonly OpenComplaint[],
  recounted: readonly RecountedDate[],
): DueChange[] {
  const ofComplaint = new Map<string, RecountedDate[]>();
  for (const date of recounted) {
    const dates = ofComplaint.get(date.complaintId);
    if (dates === undefined) ofComplaint.set(date.complaintId, [date]);
    else dates.push(date);
  }
  return complaints.flatMap(({ id, year, ordinal }) =>
    (ofComplaint.get(id) ?? []).map(({ before, after: { clock, dueAt, dueOn, provisional } }) => ({
      complaintId: id,
      incomingNumber: formatRegisterNumber(year, ordinal),
      clock,
      before,
      after: { dueAt, dueOn, provisional },
    })),
  );
}
