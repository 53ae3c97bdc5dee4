/**
 * The zones to choose from, in the order of their names, with their offset at an instant such as
 * `UTC+03:00`. The present zone is among them even where the browser's list lacks it (`UTC`).
 */
export function zoneList(present: string, now: Date): { zone: string; offset: string }[] {
  const zones = new Set([...Intl.supportedValuesOf("timeZone"), present]);
  return [...zones].sort().map((zone) => ({ zone, offset: offsetOf(zone, now) }));
}

function offsetOf(zone: string, now: Date): string {
  const parts = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" }).formatToParts(
    now,
  );
  const name = parts.find((part) => part.type === "timeZoneName")?.value ?? "GMT";
  return name === "GMT" ? "UTC+00:00" : name.replace("GMT", "UTC");
}
