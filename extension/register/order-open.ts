import type { ComplaintSummary } from "@otklik/shared/complaint/complaint";

/** What is still open, by due date: the longest overdue first, what is owed nothing last. */
export function orderOpen(complaints: readonly ComplaintSummary[]): ComplaintSummary[] {
  return complaints
    .filter((complaint) => complaint.status !== "closed")
    .toSorted((a, b) => dueTime(a) - dueTime(b) || a.incomingNumber.localeCompare(b.incomingNumber));
}

function dueTime(complaint: ComplaintSummary): number {
  return complaint.nextDue === null ? Number.MAX_SAFE_INTEGER : Date.parse(complaint.nextDue.dueAt);
}
