import type { Channel, ComplaintKind } from "@otklik/shared/complaint/vocabulary";
import type { DueFacts } from "@otklik/shared/deadline/due";
import { instantAt } from "@otklik/shared/deadline/time/instant-at";
import { wallClockOf } from "@otklik/shared/deadline/time/wall-clock";
import type { LegalBasis } from "@otklik/shared/deadline/vocabulary";

/** The complaint by which a draft is tried. Times are as a `datetime-local` field holds them, in the organisation's zone. */
export interface Sample {
  readonly receivedAt: string;
  /** Null: registered as soon as it came. */
  readonly registeredAt: string | null;
  readonly kind: ComplaintKind;
  readonly channel: Channel;
  readonly bases: readonly LegalBasis[];
  readonly anonymous: boolean;
}

/** A claim from the web form, received now. */
export function sampleAt(now: Date, zone: string): Sample {
  return {
    receivedAt: localTime(now, zone),
    registeredAt: null,
    kind: "claim",
    channel: "web_form",
    bases: [],
    anonymous: false,
  };
}

/** `YYYY-MM-DDTHH:MM`, as the clock on the wall shows it. */
export function localTime(now: Date, zone: string): string {
  const { day, time } = wallClockOf(now.toISOString(), zone);
  return `${day}T${time}`;
}

/** What the engine counts by; null while a time is not typed, or registration comes before receipt. */
export function factsOf(sample: Sample, zone: string): DueFacts | null {
  const receivedAt = toInstant(sample.receivedAt, zone);
  const registeredAt = sample.registeredAt === null ? receivedAt : toInstant(sample.registeredAt, zone);
  if (receivedAt === null || registeredAt === null || registeredAt < receivedAt) return null;
  const { kind, channel, bases, anonymous } = sample;
  return { kind, channel, bases, anonymous, receivedAt, registeredAt };
}

/**
 * From when the sample's dates are told. Received today: from its receipt, so that "today" is said and
 * nothing is overdue. On another day: from long before, so that every date is said in full, with its year.
 */
export function tellingFrom(receivedAt: string, now: Date, zone: string): Date {
  const isToday = wallClockOf(receivedAt, zone).day === wallClockOf(now.toISOString(), zone).day;
  return new Date(isToday ? receivedAt : 0);
}

function toInstant(local: string, zone: string): string | null {
  const [day = "", time = ""] = local.split("T");
  try {
    return instantAt(day, time.slice(0, 5), zone);
  } catch {
    return null;
  }
}
