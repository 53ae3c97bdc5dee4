import type { Session } from "@otklik/shared/people/account";
import { readLocale } from "../settings/settings";
import { type Connection, isStillPaired } from "./connection";
import { clientOf } from "./register-client";
import { readAnswer } from "./server-answer";
import { cachedSession } from "./session-cache";

/** Asks who we act for and which topics there are; what is known stays when the server does not answer. */
export async function refreshSession(connection: Connection): Promise<void> {
  try {
    const client = clientOf(connection, await readLocale());
    const answer = await readAnswer(await client.api.session.$get());
    if (answer.status !== 200 || !isSession(answer.body) || !(await isStillPaired(connection))) return;
    await cachedSession.write(answer.body);
  } catch {
    // The cached one serves until the next time.
  }
}

function isSession(body: unknown): body is Session {
  return typeof body === "object" && body !== null && "person" in body && "organisation" in body;
}
