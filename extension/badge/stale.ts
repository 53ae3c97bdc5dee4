import { REFRESH_MINUTES } from "./badge-alarms";

/** A computer that slept has missed its turns to ask: then too the age is said. */
const FRESH_FOR_MS = 3 * REFRESH_MINUTES * 60_000;

/** When a copy was last confirmed, by our clock, and since when the server fails to. */
export interface Confirmed {
  readonly confirmedAt: string | null;
  readonly failingSince: string | null;
}

/** How long ago a copy was confirmed, in milliseconds, when that must be said; null while it is fresh. */
export function staleForMs({ confirmedAt, failingSince }: Confirmed, now: Date): number | null {
  if (confirmedAt === null) return null;
  const ageMs = now.getTime() - Date.parse(confirmedAt);
  return failingSince !== null || ageMs > FRESH_FOR_MS ? ageMs : null;
}
