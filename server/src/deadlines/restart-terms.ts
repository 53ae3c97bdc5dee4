import type { WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import type { DueCause } from "@otklik/shared/deadline/vocabulary";
import type { ComplaintTerms } from "./complaint-terms";
import { expectedDates } from "./expected-dates";
import { planDates } from "./plan-dates";
import type { DueReplacement } from "./replace-due-dates";

/** What has to be replaced so that every clock runs anew from the new event of the complaint, and from that alone. */
export function restartTerms(
  terms: ComplaintTerms,
  calendar: WorkCalendar,
  zone: string,
  cause: Extract<DueCause, "reopened" | "written">,
): DueReplacement[] {
  const anew = { ...terms, events: terms.events.slice(0, 1) };
  return planDates(anew, expectedDates(anew, calendar, zone), { cause, anew: true });
}
