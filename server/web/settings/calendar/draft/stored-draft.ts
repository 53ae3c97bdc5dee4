import { workCalendarSchema } from "@otklik/shared/deadline/calendar/calendar-schema";
import type { WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import { z } from "zod";

const storedDraftSchema = z.object({ base: workCalendarSchema, calendar: workCalendarSchema });

/** A calendar that is being changed, and the published one that the person began with. */
export interface StoredDraft {
  readonly base: WorkCalendar;
  readonly calendar: WorkCalendar;
}

/** Where this browser keeps it. It holds no person's data, so like the preferences it outlives the session. */
export const draftKey = (orgId: string) => `otklik.calendar-draft.${orgId}`;

/** @returns null when nothing is kept, or what is kept cannot be read by this version */
export function readStoredDraft(orgId: string): StoredDraft | null {
  try {
    return storedDraftSchema.parse(JSON.parse(localStorage.getItem(draftKey(orgId)) ?? "null"));
  } catch {
    return null;
  }
}

/** Null forgets it. Where storage is forbidden or full, the draft lives as long as the page. */
export function writeStoredDraft(orgId: string, draft: StoredDraft | null): void {
  try {
    if (draft === null) localStorage.removeItem(draftKey(orgId));
    else localStorage.setItem(draftKey(orgId), JSON.stringify(draft));
  } catch {
    // Nothing is lost while the page is open.
  }
}
