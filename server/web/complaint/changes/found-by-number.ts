import type { ComplaintSummary } from "@otklik/shared/complaint/complaint";
import { parseRegisterNumber } from "@otklik/shared/complaint/register-number";

/** What came of looking for another complaint by its number. */
export type Found =
  | { readonly kind: "found"; readonly complaint: ComplaintSummary }
  | { readonly kind: "notNumber" | "missing" | "several" | "same" | "closed" };

/**
 * The one complaint that a number means, among those that a search for it gave.
 *
 * @param typed whole (`2026-000142`) or without the year (`142`)
 * @param ownId of the complaint that is to be merged: it is none to merge into
 */
export function toFound(typed: string, complaints: readonly ComplaintSummary[], ownId: string): Found {
  const wanted = parseRegisterNumber(typed);
  if (wanted === null) return { kind: "notNumber" };
  const matching = complaints.filter(({ incomingNumber }) => {
    const number = parseRegisterNumber(incomingNumber);
    return number?.ordinal === wanted.ordinal && (wanted.year === null || number.year === wanted.year);
  });
  const [complaint] = matching;
  if (complaint === undefined) return { kind: "missing" };
  if (matching.length > 1) return { kind: "several" };
  if (complaint.id === ownId) return { kind: "same" };
  return complaint.status === "closed" ? { kind: "closed" } : { kind: "found", complaint };
}
