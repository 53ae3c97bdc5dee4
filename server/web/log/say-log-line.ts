import { COMPLAINT_EVENTS } from "@otklik/shared/complaint/vocabulary";
import type { Locale } from "@otklik/shared/people/locale";
import type { LogEntry } from "@otklik/shared/people/people";
import { type PeopleEvent, toPeopleEvent } from "@otklik/shared/people/people-events";
import type { Reading } from "../complaint/dates/say-end";
import { sayEvent } from "../complaint/say-event";
import { sayLog } from "../messages/log/index";
import { formatDay } from "../parts/format-when";
import { type AccountEvent, sayAccountEvent } from "./say-account-event";

/** Kinds that tell what they tell by their name alone. */
const NAMED = ["organisation_created", "admin_created", "device_paired", "device_revoked"] as const;

/**
 * One line of the log in words. A kind that this page does not know, from a newer server, is told by its name. What
 * happens every day the server does not show.
 */
export function sayLogLine(locale: Locale, entry: LogEntry, reading: Reading): string {
  const { kind, data } = entry;
  const complaintKind = COMPLAINT_EVENTS.find((each) => each === kind);
  if (complaintKind !== undefined) return sayEvent(locale, { kind: complaintKind, data }, reading);
  const peopleEvent = toPeopleEvent(entry);
  if (peopleEvent !== null && isOfAccount(peopleEvent)) return sayAccountEvent(locale, peopleEvent, reading);
  const named = NAMED.find((each) => each === kind);
  if (named !== undefined) return sayLog(locale, `other.${named}`);
  switch (kind) {
    case "site_corrections_changed":
      return sayLog(locale, `other.${kind}`, { revision: textOf(data.revision) });
    case "regulation_published":
      return sayLog(locale, `other.${kind}`, {
        version: textOf(data.version),
        day: dayOf(locale, data.effectiveOn),
      });
    case "calendar_published":
      return sayLog(locale, `other.${kind}`, { version: textOf(data.version) });
    case "open_complaints_recounted":
      return sayLog(locale, `other.${kind}`, {
        version: textOf(data.calendarVersion),
        counted: textOf(data.counted),
        changed: textOf(data.changed),
      });
    default:
      return sayLog(locale, "unknown", { kind });
  }
}

function isOfAccount(event: PeopleEvent): event is AccountEvent {
  return !COMPLAINT_EVENTS.some((kind) => kind === event.kind);
}

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "—";
}

function dayOf(locale: Locale, value: unknown): string {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(locale, value) : "—";
}
