import type { RegisterComplaint } from "@otklik/shared/complaint/complaint";
import type { WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import type { DueDate } from "@otklik/shared/deadline/due-date";
import type { Regulation } from "@otklik/shared/deadline/regulation/regulation";
import { localDateOf } from "@otklik/shared/deadline/time/zone";
import { isOwedClock } from "@otklik/shared/deadline/vocabulary";
import type { Caller } from "../deps";

/** One clip on its way into the register. */
export interface RegistrationRow {
  readonly orgId: string;
  readonly id: string;
  /** The object that the SQL function reads; written out once, so that batches are only joined. */
  readonly json: string;
}

export interface Registration {
  readonly complaint: RegisterComplaint;
  /** SHA-256 of the item as it was understood, hexadecimal. */
  readonly contentHash: string;
  readonly receivedAt: string;
  /** The instant and zone that the due dates were counted for. */
  readonly registeredAt: string;
  readonly zone: string;
  /** By what they were counted, and the revision of the organisation's rules in which these were in force. */
  readonly regulation: Pick<Regulation, "name" | "version">;
  readonly calendar: Pick<WorkCalendar, "version">;
  readonly rulesRevision: number;
  /** The earliest first. */
  readonly dueDates: readonly DueDate[];
  /** SHA-256 of the manifest that was signed, hexadecimal; null when the clip came without proof. */
  readonly manifestHash: string | null;
}

/** Names are those of the function in `server/drizzle`. */
export function toRegistrationRow(caller: Caller, registration: Registration): RegistrationRow {
  const { complaint, dueDates, registeredAt, zone, regulation } = registration;
  const json = JSON.stringify({
    org_id: caller.orgId,
    id: complaint.id,
    zone,
    rules_revision: registration.rulesRevision,
    registered_on: localDateOf(registeredAt, zone),
    kind: complaint.kind,
    channel: complaint.clip.channel,
    anonymous: complaint.anonymous,
    topic_id: complaint.topicId,
    remedy_sought: complaint.remedySought,
    content_hash: `\\x${registration.contentHash}`,
    received_at: registration.receivedAt,
    person_id: caller.personId,
    device_id: caller.deviceId,
    // A retention may run from the registration too.
    next_due_at: dueDates.find(({ clock }) => isOwedClock(clock))?.dueAt ?? null,
    regulation: regulation.name,
    regulation_version: regulation.version,
    calendar_version: registration.calendar.version,
    due_dates: dueDates.map((due) => ({
      clock: due.clock,
      due_at: due.dueAt,
      due_on: due.dueOn,
      provisional: due.provisional,
      // The instant of registration is the database's: it is put in there.
      start_at: due.rule.from === "registered" ? null : due.startAt,
      rule_id: due.rule.id,
    })),
    clip: complaint.clip,
    public_key: complaint.clip.proof?.publicKey ?? null,
    manifest_hash: registration.manifestHash,
  });
  return { orgId: caller.orgId, id: complaint.id, json };
}
