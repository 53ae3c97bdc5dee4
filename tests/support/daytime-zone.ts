/**
 * A zone in which it is about noon now, so that "due in an hour" is due today whenever the test runs.
 *
 * @returns an IANA name such as `Etc/GMT-3`; its sign is the opposite of the usual one
 */
export function daytimeZone(now: Date): string {
  const hoursToNoon = 12 - now.getUTCHours();
  return hoursToNoon === 0 ? "Etc/GMT" : `Etc/GMT${hoursToNoon > 0 ? "-" : "+"}${Math.abs(hoursToNoon)}`;
}
