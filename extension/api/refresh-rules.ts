import type { CurrentRules } from "@otklik/shared/settings/regulation-settings";
import { readLocale } from "../settings/settings";
import { type Connection, isStillPaired } from "./connection";
import { clientOf } from "./register-client";
import { cachedRules } from "./rules-cache";
import { readAnswer } from "./server-answer";

/** Asks by what complaints are dated now; what is known stays when the server does not answer. */
export async function refreshRules(connection: Connection): Promise<void> {
  try {
    const client = clientOf(connection, await readLocale());
    const answer = await readAnswer(await client.api.rules.$get());
    if (answer.status !== 200 || !areRules(answer.body) || !(await isStillPaired(connection))) return;
    await cachedRules.write(answer.body);
  } catch {
    // The cached ones serve until the next time.
  }
}

function areRules(body: unknown): body is CurrentRules {
  return (
    typeof body === "object" && body !== null && "regulation" in body && "calendar" in body && "zone" in body
  );
}
