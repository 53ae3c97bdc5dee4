import type { ComplaintSummary } from "@otklik/shared/complaint/complaint";
import type { CalendarWindow } from "@otklik/shared/deadline/calendar/calendar-window";
import { localItem } from "../settings/local-item";

type NextDue = NonNullable<ComplaintSummary["nextDue"]>;

/** A copy made by an earlier version, or given by an older server, does not say how the date came about. */
export type CopiedDue = Pick<NextDue, "clock" | "dueAt" | "dueOn" | "provisional"> & Partial<NextDue>;

export interface CopiedComplaint extends Omit<ComplaintSummary, "nextDue"> {
  readonly nextDue: CopiedDue | null;
}

/** Whether what is due says how its date came about. */
export function isExplained(due: CopiedDue): due is NextDue {
  return due.rule !== undefined && due.startOn !== undefined && due.cause !== undefined;
}

/** The agent's open complaints as the server last gave them. */
export interface ComplaintCopy {
  /** In the order of their due dates; null when the server has never answered. */
  readonly complaints: readonly CopiedComplaint[] | null;
  readonly zone: string;
  /** The organisation's calendar round then; a copy of an earlier version lacks it. */
  readonly window?: CalendarWindow | undefined;
  /** When the server last answered, by our clock. */
  readonly confirmedAt: string | null;
  /** Since when the server does not answer; null while it does. */
  readonly failingSince: string | null;
}

export const storedComplaints = localItem<ComplaintCopy>("complaints");

export const NO_COMPLAINTS: ComplaintCopy = {
  complaints: null,
  zone: "UTC",
  confirmedAt: null,
  failingSince: null,
};
