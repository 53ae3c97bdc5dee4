import type { Instant, IsoDate } from "../vocabulary";

/** What a clock on the wall of a zone shows. */
export interface WallClock {
  readonly day: IsoDate;
  /** `HH:MM`, from 00:00 to 23:59. */
  readonly time: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * Local day and time of an instant, by the browser's own zone data: for saying dates, where
 * the counting engine would be too heavy.
 *
 * @param zone IANA name
 * @throws RangeError when there is no such zone, or the instant is not one
 */
export function wallClockOf(instant: Instant, zone: string): WallClock {
  const parts = new Map(
    formatFor(zone)
      .formatToParts(new Date(instant))
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? "";
  return {
    day: `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`,
    time: `${part("hour")}:${part("minute")}`,
  };
}

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  formats.set(zone, made);
  return made;
}
