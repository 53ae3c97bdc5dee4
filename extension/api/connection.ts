import { localItem } from "../settings/local-item";

/** The pairing with one server. The token goes to `origin` and nowhere else. */
export interface Connection {
  /** The origin that issued the token. */
  readonly origin: string;
  readonly token: string;
  readonly deviceId: string;
  readonly pairedAt: string;
  /** When the server said that the token is no good any more; null while it is. */
  readonly rejectedAt: string | null;
}

export const storedConnection = localItem<Connection>("connection");

/** The connection if it may be used; null when there is none or the server has refused it. */
export async function usableConnection(): Promise<Connection | null> {
  const connection = await storedConnection.read();
  return connection?.rejectedAt === null ? connection : null;
}

/** Whether this is still the pairing we act by: an answer may come after the person has left the server for another. */
export async function isStillPaired({ token }: Connection): Promise<boolean> {
  return (await storedConnection.read())?.token === token;
}

/** Notes that the server refused the token, unless the person has paired anew meanwhile. */
export async function rejectConnection(token: string): Promise<void> {
  const connection = await storedConnection.read();
  if (connection?.token !== token || connection.rejectedAt !== null) return;
  await storedConnection.write({ ...connection, rejectedAt: new Date(Date.now()).toISOString() });
}
