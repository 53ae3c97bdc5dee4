import type { PostedAt, TimePrecision } from "@otklik/shared/complaint/clip";

/** What can be chosen by hand; what the page told more exactly stays on offer. */
export function precisionsFor(captured: PostedAt): TimePrecision[] {
  const offered: TimePrecision[] = ["minute", "day", "unknown"];
  return offered.includes(captured.precision) ? offered : [captured.precision, ...offered];
}

/** Goes over to another precision and keeps of the time what still holds. */
export function withPrecision(postedAt: PostedAt, precision: TimePrecision, captured: PostedAt): PostedAt {
  if (precision === captured.precision) return captured;
  const local = localValue(postedAt.at);
  switch (precision) {
    case "minute":
      return { at: postedAt.at, precision, raw: captured.raw };
    case "day":
      return withDay(local?.slice(0, 10) ?? localDay(postedAt) ?? "", captured.raw);
    default:
      return { at: null, precision, raw: captured.raw };
  }
}

/** The moment typed into a `datetime-local` field, in this computer's zone. */
export function withMoment(postedAt: PostedAt, local: string): PostedAt {
  const moment = new Date(local);
  const at = Number.isNaN(moment.getTime()) ? null : moment.toISOString();
  return { at, precision: "minute", raw: postedAt.raw };
}

/** A day has no instant. The page's words stay beside it. */
export function withDay(day: string, raw: string | null): PostedAt {
  return { at: null, precision: "day", raw, ...(day !== "" && { day }) };
}

/** `YYYY-MM-DDTHH:MM` in this computer's zone, as a `datetime-local` field wants it. */
export function localValue(at: string | null): string | null {
  if (at === null) return null;
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) return null;
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${String(moment.getFullYear()).padStart(4, "0")}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  return `${day}T${two(moment.getHours())}:${two(moment.getMinutes())}`;
}

/** The local date of a time that is known to the day; null when there is none. */
export function localDay({ day, raw }: PostedAt): string | null {
  // Drafts of an earlier version kept the day as the words.
  return day ?? /^\d{4}-\d{2}-\d{2}/.exec(raw ?? "")?.[0] ?? null;
}
