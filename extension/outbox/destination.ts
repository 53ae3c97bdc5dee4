import { type Connection, storedConnection } from "../api/connection";
import { cachedSession } from "../api/session-cache";
import type { ClipStore, Destination, OutboxItem } from "../storage/database";

/** For whom a connection acts: a device's token begins with its organisation. */
export function destinationOf({ origin, token }: Pick<Connection, "origin" | "token">): Destination {
  return { origin, organisationId: token.slice(0, token.indexOf(".")), name: null };
}

/** For whom a clip is that is sent now, with the organisation's name where it is known; null before the first connection. */
export async function destinationNow(): Promise<Destination | null> {
  const connection = await storedConnection.read();
  if (connection === null) return null;
  const destination = destinationOf(connection);
  const organisation = (await cachedSession.read())?.organisation;
  const isKnown = organisation?.id === destination.organisationId;
  return isKnown ? { ...destination, name: organisation.name } : destination;
}

/** A destination as it is named to people: the organisation where it is known, and the server. */
export function whoIs({ name, origin }: Destination): string {
  const { host } = new URL(origin);
  return name === null ? host : `${name}, ${host}`;
}

/** What tells a place from every other, whatever its organisation is called; empty before there was any connection. */
export function placeOf(destination: Destination | null): string {
  return destination === null ? "" : `${destination.organisationId} ${destination.origin}`;
}

/** Whether a clip may go there. One that was sent before there was any connection may go anywhere. */
export function isFor({ destination }: Pick<OutboxItem, "destination">, there: Destination): boolean {
  if (!destination) return true;
  return placeOf(destination) === placeOf(there);
}

/** Gives clips that were sent before there was any connection to the one there is now: to no other any more. */
export async function bindUnbound(store: ClipStore, there: Destination): Promise<void> {
  const named = (await destinationNow()) ?? there;
  const destination = isFor({ destination: named }, there) ? named : there;
  const transaction = store.transaction("outbox", "readwrite");
  for (const item of await transaction.store.getAll()) {
    if (!item.destination) await transaction.store.put({ ...item, destination });
  }
  await transaction.done;
}
