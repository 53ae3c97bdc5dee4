import { storedConnection } from "../api/connection";
import { clientOf } from "../api/register-client";
import { tell } from "../messaging/messages";
import { readLocale } from "../settings/settings";
import { forgetCopies } from "./forget-copies";

/** Ends the pairing at the server, then forgets the token in any case. What waits in the outbox stays. */
export async function disconnect(): Promise<void> {
  const connection = await storedConnection.read();
  if (connection === null) return;
  const client = clientOf(connection, await readLocale());
  // Unreachable: the token is forgotten all the same, and the desk can end the device.
  await client.api.devices.current.$delete().catch(() => undefined);
  await storedConnection.remove();
  await forgetCopies();
  await tell({ type: "refresh" });
}
