import type { Caller } from "../deps";

/** By whom registrations are counted: each device by itself, and a person at the desk. */
export function ingestKeyOf({ deviceId, personId }: Caller): string {
  return deviceId ?? personId;
}
