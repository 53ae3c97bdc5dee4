import type { ComplaintSummary } from "@otklik/shared/complaint/complaint";
import { localItem } from "../settings/local-item";

/** The agent's open complaints as the server last gave them. */
export interface ComplaintCopy {
  /** In the order of their due dates; null when the server has never answered. */
  readonly complaints: readonly ComplaintSummary[] | null;
  readonly zone: string;
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
