import type { ComplaintEvent } from "@otklik/shared/complaint/complaint";
import type { DatedEvent } from "@otklik/shared/complaint/event-data";

export type ToldEvent = Pick<ComplaintEvent, "kind" | "data">;

const DATED: Readonly<Record<DatedEvent["kind"], true>> = {
  triaged: true,
  extension_requested: true,
  extension_decided: true,
  pause_started: true,
  pause_ended: true,
  reopened: true,
  merged: true,
  received_again: true,
  due_dates_recounted: true,
};

/**
 * Whether an event moves dates, or asks for it. The log comes from the desk's own server and is taken as it is
 * typed, as every answer is: the page does without the schema library.
 */
export function isDatedEvent(event: ToldEvent): event is DatedEvent {
  if (!Object.hasOwn(DATED, event.kind)) return false;
  const { moves, toDueOn } = event.data;
  return event.kind === "extension_requested" ? typeof toDueOn === "string" : Array.isArray(moves);
}
