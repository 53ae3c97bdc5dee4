import type { Caller } from "../deps";
import { RegisterError } from "../errors";

/** Id of the session that asks: what only a browser at the desk may do. @throws RegisterError `not-allowed` for a device */
export function sessionOf({ sessionId }: Caller): string {
  if (sessionId === null) throw new RegisterError("not-allowed");
  return sessionId;
}
