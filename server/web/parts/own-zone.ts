/** The zone of the browser's own clock: for what concerns people and their devices, and no due date. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
